#include "CMicrohttpd.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// What is read of `union MHD_ConnectionInfo`.
typedef union {
    int descriptor;
    size_t head_size;
    void *context;
} connection_info;

enum { info_descriptor = 6, info_context = 7, info_head_size = 10 };

static struct {
    microhttpd_daemon *(*start)(unsigned, uint16_t, void *, void *, void *, void *, ...);
    int (*quiesce)(microhttpd_daemon *);
    void (*stop)(microhttpd_daemon *);
    const connection_info *(*info)(microhttpd_connection *, int, ...);
    int (*values)(microhttpd_connection *, int, void *, void *);
    void (*suspend)(microhttpd_connection *);
    void (*resume)(microhttpd_connection *);
    microhttpd_response *(*of_bytes)(size_t, void *, int);
    microhttpd_response *(*of_file)(uint64_t, int);
    microhttpd_response *(*of_reader)(uint64_t, size_t, void *, void *, void *);
    int (*add_header)(microhttpd_response *, const char *, const char *);
    int (*queue)(microhttpd_connection *, unsigned, microhttpd_response *);
    void (*release)(microhttpd_response *);
} mhd;

static int is_open;
static pthread_mutex_t opening = PTHREAD_MUTEX_INITIALIZER;

static int find_functions(void *library) {
    struct {
        const char *name;
        void *place;
    } functions[] = {
        {"MHD_start_daemon", &mhd.start},
        {"MHD_quiesce_daemon", &mhd.quiesce},
        {"MHD_stop_daemon", &mhd.stop},
        {"MHD_get_connection_info", &mhd.info},
        {"MHD_get_connection_values", &mhd.values},
        {"MHD_suspend_connection", &mhd.suspend},
        {"MHD_resume_connection", &mhd.resume},
        {"MHD_create_response_from_buffer", &mhd.of_bytes},
        {"MHD_create_response_from_fd64", &mhd.of_file},
        {"MHD_create_response_from_callback", &mhd.of_reader},
        {"MHD_add_response_header", &mhd.add_header},
        {"MHD_queue_response", &mhd.queue},
        {"MHD_destroy_response", &mhd.release},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(library, functions[i].name);
        if (!function) return 0;
        memcpy(functions[i].place, &function, sizeof function);
    }
    return 1;
}

int microhttpd_open(const char *name, char *reason, size_t size) {
    pthread_mutex_lock(&opening);
    if (!is_open) {
        void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
        is_open = library && find_functions(library);
        if (!is_open) {
            const char *error = dlerror();
            snprintf(reason, size, "%s", error ? error : "it cannot be opened");
        }
    }
    int result = is_open;
    pthread_mutex_unlock(&opening);
    return result;
}

microhttpd_daemon *microhttpd_start(const microhttpd_settings *settings) {
#ifdef __linux__
    enum { polling = 512 }; // epoll
#else
    enum { polling = 65536 }; // the best there is
#endif
    enum { internal_thread = 8, suspend_resume = 8192 | 1024 };
    enum {
        option_end = 0,
        memory_limit = 1,
        connection_limit = 2,
        connection_timeout = 3,
        notify_completed = 4,
        uri_log_callback = 7,
        listen_socket = 12,
        notify_connection = 27,
        strict_for_client = 29,
    };
    // Without the flag for logs nothing is written to standard error.
    return mhd.start(
        internal_thread | suspend_resume | polling, 0, NULL, NULL, (void *)settings->request, settings->context,
        listen_socket, settings->listen_socket,
        memory_limit, settings->connection_memory,
        connection_limit, settings->connection_limit,
        connection_timeout, settings->idle_seconds,
        strict_for_client, 1,
        uri_log_callback, settings->request_line, settings->context,
        notify_completed, settings->request_over, settings->context,
        notify_connection, settings->connection, settings->context,
        option_end
    );
}

void microhttpd_quiesce(microhttpd_daemon *daemon) { mhd.quiesce(daemon); }

void microhttpd_stop(microhttpd_daemon *daemon) { mhd.stop(daemon); }

int microhttpd_descriptor(microhttpd_connection *connection) {
    const connection_info *info = mhd.info(connection, info_descriptor);
    return info ? info->descriptor : -1;
}

void *microhttpd_connection_context(microhttpd_connection *connection) {
    const connection_info *info = mhd.info(connection, info_context);
    return info ? info->context : NULL;
}

size_t microhttpd_head_size(microhttpd_connection *connection) {
    const connection_info *info = mhd.info(connection, info_head_size);
    return info ? info->head_size : 0;
}

void microhttpd_headers(
    microhttpd_connection *connection, int (*give)(void *context, int kind, const char *name, const char *value),
    void *context
) {
    enum { header_kind = 1 };
    mhd.values(connection, header_kind, (void *)give, context);
}

void microhttpd_suspend(microhttpd_connection *connection) { mhd.suspend(connection); }

void microhttpd_resume(microhttpd_connection *connection) { mhd.resume(connection); }

microhttpd_response *microhttpd_response_of_bytes(const void *bytes, size_t size) {
    enum { must_copy = 2 };
    return mhd.of_bytes(size, (void *)bytes, must_copy);
}

microhttpd_response *microhttpd_response_of_file(int descriptor, uint64_t size) {
    return mhd.of_file(size, descriptor);
}

microhttpd_response *microhttpd_response_of_reader(
    ssize_t (*read)(void *context, uint64_t position, char *buffer, size_t size), void (*release)(void *context),
    void *context
) {
    enum { block_size = 16 * 1024 };
    return mhd.of_reader(UINT64_MAX, block_size, (void *)read, context, (void *)release);
}

int microhttpd_add_header(microhttpd_response *response, const char *name, const char *value) {
    return mhd.add_header(response, name, value);
}

int microhttpd_queue(microhttpd_connection *connection, unsigned status, microhttpd_response *response) {
    return mhd.queue(connection, status, response);
}

void microhttpd_release(microhttpd_response *response) { mhd.release(response); }
