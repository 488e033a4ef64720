#pragma once

// The digest by itself: `EVP_Digest` sets up all providers of OpenSSL 3 first, which takes 2.2 MB (0.3 MB so). These
// functions are deprecated in favour of it, and there in every release.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/md5.h>
#include <openssl/sha.h>
