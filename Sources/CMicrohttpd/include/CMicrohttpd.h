#ifndef CMICROHTTPD_H
#define CMICROHTTPD_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// HTTP/1.1 by libmicrohttpd, which is opened when it is first needed: no command but the one that serves needs it. Its
// types and numbers are written down here, as they have been since 0.9.64 (libmicrohttpd.so.12), so that nothing is
// needed to build.

// A connection of a client (`struct MHD_Connection`), a server (`struct MHD_Daemon`), a response.
typedef struct microhttpd_connection microhttpd_connection;
typedef struct microhttpd_daemon microhttpd_daemon;
typedef struct microhttpd_response microhttpd_response;

// What a function says that MHD calls.
enum { microhttpd_no = 0, microhttpd_yes = 1 };

// When a connection is told of.
enum { microhttpd_connection_started = 0, microhttpd_connection_closed = 1 };

// What a reader returns instead of a count.
enum { microhttpd_end_of_stream = -1, microhttpd_end_with_error = -2 };

// A server on a socket that listens, with one thread. All functions run on that thread.
typedef struct {
    int listen_socket; // without blocking; whoever starts the server closes it, after `microhttpd_stop`
    unsigned connection_limit;
    unsigned idle_seconds; // after which a connection is closed on which nothing moves
    size_t connection_memory;
    void *context; // given to all functions
    // A connection was made, or is to be closed: its descriptor is open still.
    void (*connection)(void *context, microhttpd_connection *, void **connection_context, int code);
    // A request line came; the result is the request's context.
    void *(*request_line)(void *context, const char *target, microhttpd_connection *);
    // Its head is there; then for each part of its body; then once more with none; then after each resumption until
    // it is answered. `microhttpd_no` closes the connection.
    int (*request)(
        void *context, microhttpd_connection *, const char *path, const char *method, const char *version,
        const char *part, size_t *part_size, void **request_context
    );
    // A request whose line came is over, however it ended.
    void (*request_over)(void *context, microhttpd_connection *, void **request_context, int code);
} microhttpd_settings;

// Opens the library unless it is open; to be called before all others. 0 where that is not possible, and the reason.
int microhttpd_open(const char *name, char *reason, size_t size);

// Starts a server, which does not write to standard error; NULL where it cannot be.
microhttpd_daemon *microhttpd_start(const microhttpd_settings *);
// Takes no more connections.
void microhttpd_quiesce(microhttpd_daemon *);
// Closes all connections, of which none may be suspended, and waits for the thread.
void microhttpd_stop(microhttpd_daemon *);

int microhttpd_descriptor(microhttpd_connection *);
void *microhttpd_connection_context(microhttpd_connection *);
// The bytes of the head of its request; 0 where it is not known.
size_t microhttpd_head_size(microhttpd_connection *);
// Calls `give` for each header of the request in order.
void microhttpd_headers(
    microhttpd_connection *, int (*give)(void *context, int kind, const char *name, const char *value), void *context
);

// Leaves the connection alone until it is resumed; only in `request` and in a reader.
void microhttpd_suspend(microhttpd_connection *);
// From any thread, once for each suspension.
void microhttpd_resume(microhttpd_connection *);

// A response of bytes, which are copied.
microhttpd_response *microhttpd_response_of_bytes(const void *bytes, size_t size);
// A response of a file, which it closes.
microhttpd_response *microhttpd_response_of_file(int descriptor, uint64_t size);
// A response of unknown length. A reader that has nothing suspends its connection and returns 0.
microhttpd_response *microhttpd_response_of_reader(
    ssize_t (*read)(void *context, uint64_t position, char *buffer, size_t size), void (*release)(void *context),
    void *context
);
int microhttpd_add_header(microhttpd_response *, const char *name, const char *value);
// Sends it on a connection whose `request` is running.
int microhttpd_queue(microhttpd_connection *, unsigned status, microhttpd_response *);
// Gives it up; it stays for the connections on which it is sent.
void microhttpd_release(microhttpd_response *);

#endif
