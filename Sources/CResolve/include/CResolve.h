#ifndef CRESOLVE_H
#define CRESOLVE_H

#include <stddef.h>

// DNS queries by libresolv.

typedef enum {
    dns_found,     // each answer was given
    dns_none,      // the name exists, and has no such record
    dns_no_name,   // there is no such name
    dns_no_reply,  // no server answered in time
    dns_failed,    // a server could not tell
    dns_bad_server // the address of the server is not valid
} dns_outcome;

// The types of records, by their numbers in DNS.
enum { dns_type_a = 1, dns_type_cname = 5, dns_type_mx = 15, dns_type_txt = 16, dns_type_aaaa = 28 };

// Asks for the records of a name.
//
// `server` is an IPv4 address, or NULL for those of the system; `seconds` is how long one try waits, of which there are two.
// `give` is called for each answer as text: an address, a name, `10 mail.example.com`, the text of a TXT record.
dns_outcome dns_query(
    const char *name, int type, const char *server, int port, int seconds,
    void (*give)(void *context, const char *answer, size_t length), void *context
);

#endif
