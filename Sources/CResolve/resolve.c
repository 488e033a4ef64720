#include "CResolve.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>

static void give_text(
    const unsigned char *data, int length, void (*give)(void *context, const char *answer, size_t length), void *context
) {
    char text[65536];
    size_t used = 0;
    // A TXT record is made of strings of up to 255 bytes, which belong together.
    for (int at = 0; at < length; at += data[at] + 1) {
        size_t part = data[at];
        if (at + 1 + (int)part > length || used + part > sizeof text) break;
        memcpy(text + used, data + at + 1, part);
        used += part;
    }
    give(context, text, used);
}

static void give_answer(
    ns_msg message, ns_rr record, void (*give)(void *context, const char *answer, size_t length), void *context
) {
    const unsigned char *data = ns_rr_rdata(record);
    int length = ns_rr_rdlen(record);
    char name[NS_MAXDNAME], text[NS_MAXDNAME + 8];
    int skipped = ns_rr_type(record) == ns_t_mx ? 2 : 0;
    switch (ns_rr_type(record)) {
    case ns_t_a:
        if (length != 4 || !inet_ntop(AF_INET, data, text, sizeof text)) return;
        break;
    case ns_t_aaaa:
        if (length != 16 || !inet_ntop(AF_INET6, data, text, sizeof text)) return;
        break;
    case ns_t_txt: give_text(data, length, give, context); return;
    case ns_t_cname:
    case ns_t_mx:
        if (length < skipped || dn_expand(ns_msg_base(message), ns_msg_end(message), data + skipped, name, sizeof name) < 0)
            return;
        if (skipped) snprintf(text, sizeof text, "%u %s", ns_get16(data), name);
        else snprintf(text, sizeof text, "%s", name);
        break;
    default: return;
    }
    give(context, text, strlen(text));
}

dns_outcome dns_query(
    const char *name, int type, const char *server, int port, int seconds,
    void (*give)(void *context, const char *answer, size_t length), void *context
) {
    struct __res_state state = {0};
    if (res_ninit(&state)) return dns_failed;
    state.retrans = seconds;
    state.retry = 2;
    if (server) {
        struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
        if (inet_pton(AF_INET, server, &address.sin_addr) != 1) {
            res_nclose(&state);
            return dns_bad_server;
        }
        state.nscount = 1;
        state.nsaddr_list[0] = address;
    }
    unsigned char reply[65536];
    int length = res_nquery(&state, name, ns_c_in, type, reply, sizeof reply);
    int failure = state.res_h_errno;
    res_nclose(&state);
    if (length < 0) {
        switch (failure) {
        case HOST_NOT_FOUND: return dns_no_name;
        case NO_DATA: return dns_none;
        case TRY_AGAIN: return dns_no_reply;
        default: return dns_failed;
        }
    }
    ns_msg message;
    if (ns_initparse(reply, length > (int)sizeof reply ? (int)sizeof reply : length, &message)) return dns_failed;
    int found = 0;
    for (int i = 0; i < ns_msg_count(message, ns_s_an); i++) {
        ns_rr record;
        // A chain of aliases stands before the address that they lead to.
        if (ns_parserr(&message, ns_s_an, i, &record) || ns_rr_type(record) != (ns_type)type) continue;
        give_answer(message, record, give, context);
        found = 1;
    }
    return found ? dns_found : dns_none;
}
