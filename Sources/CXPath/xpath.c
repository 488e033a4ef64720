#include "CXPath.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// The parts of libxml2's structures that are read here; they have been so since 2.0.
typedef struct {
    int count;
    int capacity;
    void **nodes;
} node_set;

typedef struct {
    int type; // 1: a set of nodes
    node_set *nodes;
} xpath_object;

typedef struct ns {
    struct ns *next;
    int type;
    const unsigned char *href;
    const unsigned char *prefix;
} namespace;

static struct {
    void (*init)(void);
    void *(*read_xml)(const char *, int, const char *, const char *, int);
    void *(*read_html)(const char *, int, const char *, const char *, int);
    void *(*root)(void *);
    namespace **(*namespaces)(void *, void *);
    void *(*new_context)(void *);
    int (*register_namespace)(void *, const unsigned char *, const unsigned char *);
    xpath_object *(*evaluate)(const unsigned char *, void *);
    unsigned char *(*node_text)(void *);
    unsigned char *(*value_text)(xpath_object *);
    void (*free_object)(xpath_object *);
    void (*free_context)(void *);
    void (*free_document)(void *);
    void (*set_errors)(void *, void (*)(void *, void *));
    void (**free_text)(void *);
} xml;

static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void ignore_error(void *context, void *error) { (void)context, (void)error; }

static void open_library(void) {
    void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libxml2.2.dylib", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    struct {
        const char *name;
        void *place;
    } functions[] = {
        {"xmlInitParser", &xml.init},
        {"xmlReadMemory", &xml.read_xml},
        {"htmlReadMemory", &xml.read_html},
        {"xmlDocGetRootElement", &xml.root},
        {"xmlGetNsList", &xml.namespaces},
        {"xmlXPathNewContext", &xml.new_context},
        {"xmlXPathRegisterNs", &xml.register_namespace},
        {"xmlXPathEvalExpression", &xml.evaluate},
        {"xmlXPathCastNodeToString", &xml.node_text},
        {"xmlXPathCastToString", &xml.value_text},
        {"xmlXPathFreeObject", &xml.free_object},
        {"xmlXPathFreeContext", &xml.free_context},
        {"xmlFreeDoc", &xml.free_document},
        {"xmlSetStructuredErrorFunc", &xml.set_errors},
        {"xmlFree", &xml.free_text},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(library, functions[i].name);
        if (!function) return;
        memcpy(functions[i].place, &function, sizeof function);
    }
    xml.init();
    is_open = 1;
}

// Makes the prefixes of the root element known, its default namespace as `_`.
static void register_namespaces(void *document, void *context) {
    void *root = xml.root(document);
    namespace **all = root ? xml.namespaces(document, root) : NULL;
    if (!all) return;
    for (namespace **each = all; *each; each++) {
        const unsigned char *prefix = (*each)->prefix ? (*each)->prefix : (const unsigned char *)"_";
        xml.register_namespace(context, prefix, (*each)->href);
    }
    (*xml.free_text)(all);
}

static void give_text(
    unsigned char *text, void (*give)(void *context, const char *value, size_t length), void *context
) {
    if (!text) return;
    give(context, (const char *)text, strlen((const char *)text));
    (*xml.free_text)(text);
}

static xpath_outcome give_values(
    xpath_object *object, void (*give)(void *context, const char *value, size_t length), void *context
) {
    if (object->type != 1) {
        give_text(xml.value_text(object), give, context);
        return object->type == 2 ? xpath_boolean : object->type == 3 ? xpath_number : xpath_text;
    }
    for (int i = 0; object->nodes && i < object->nodes->count; i++) {
        give_text(xml.node_text(object->nodes->nodes[i]), give, context);
    }
    return xpath_nodes;
}

xpath_outcome xpath_evaluate(
    const char *text, size_t length, int is_html, const char *expression,
    void (*give)(void *context, const char *value, size_t length), void *give_context
) {
    pthread_once(&once, open_library);
    if (!is_open) return xpath_no_library;
    xml.set_errors(NULL, ignore_error); // for this thread; otherwise they go to standard error
    // RECOVER for HTML, as browsers; NOERROR, NOWARNING, NONET.
    enum { recover = 1, quiet = 32 | 64, no_network = 2048 };
    void *document = is_html ? xml.read_html(text, (int)length, "", "UTF-8", recover | quiet | no_network)
                             : xml.read_xml(text, (int)length, "", NULL, quiet | no_network);
    if (!document) return xpath_no_document;
    xpath_outcome outcome = xpath_bad_expression;
    void *context = xml.new_context(document);
    if (context) {
        register_namespaces(document, context);
        xpath_object *object = xml.evaluate((const unsigned char *)expression, context);
        if (object) {
            outcome = give_values(object, give, give_context);
            xml.free_object(object);
        }
        xml.free_context(context);
    }
    xml.free_document(document);
    return outcome;
}
