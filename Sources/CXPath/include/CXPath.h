#ifndef CXPATH_H
#define CXPATH_H

#include <stddef.h>

// XPath 1.0 over XML and HTML by libxml2, which is opened when it is first needed: no command but a flow with an XPath
// needs it.

// What came of an expression.
typedef enum {
    xpath_nodes,          // each node was given by its text
    xpath_text,           // the value was given as one text
    xpath_number,         // the value was given as XPath writes numbers: `2`, `0.5`, `NaN`
    xpath_boolean,        // the value was given as `true` or `false`
    xpath_no_library,     // libxml2 is not there
    xpath_no_document,    // the text is not a document
    xpath_bad_expression, // the expression is not valid
} xpath_outcome;

// Evaluates an expression. The document is not validated, nothing is loaded for it, and entities are not expanded.
// `give` is called for each value with its UTF-8. Prefixes are those that the root element declares; `_` is its default
// namespace.
xpath_outcome xpath_evaluate(
    const char *text, size_t length, int is_html, const char *expression,
    void (*give)(void *context, const char *value, size_t length), void *context
);

#endif
