#pragma once

// curl_easy_setopt and its kin are variadic, which Swift cannot call, and macros check their arguments'
// types in C: one function for each type of argument instead.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#if LIBCURL_VERSION_NUM < 0x075800
#error "libcurl 7.88 or later is needed: CURLOPT_QUICK_EXIT, and TLS writes that raise no SIGPIPE"
#endif

#include <pthread.h>

#ifdef __linux__
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>

// Names the calling thread for whoever looks at the process; variadic in C, too.
static inline void canary_set_thread_name(const char *name) { prctl(PR_SET_NAME, name); }
#else
static inline void canary_set_thread_name(const char *name) { pthread_setname_np(name); }
#endif

static inline CURLcode curl_easy_setopt_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_easy_setopt_off_t(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_easy_setopt_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_easy_setopt_pointer(CURL *handle, CURLoption option, const void *value) {
    return curl_easy_setopt(handle, option, value);
}

// The type of CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION.
typedef size_t (*canary_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode curl_easy_setopt_receiver(CURL *handle, CURLoption option, canary_curl_receiver value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_easy_setopt_sockopt(CURL *handle, curl_sockopt_callback value, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_SOCKOPTDATA, context);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, value) : code;
}

static inline CURLcode curl_easy_setopt_prereq(CURL *handle, curl_prereq_callback value, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PREREQDATA, context);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value) : code;
}

static inline CURLcode curl_easy_getinfo_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode curl_easy_getinfo_off_t(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode curl_easy_getinfo_socket(CURL *handle, curl_socket_t *value) {
    return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}

static inline CURLcode curl_easy_getinfo_string(CURL *handle, CURLINFO info, const char **value) {
    return curl_easy_getinfo(handle, info, value);
}

// A list of curl's own: whoever asks for it frees it.
static inline CURLcode curl_easy_getinfo_lines(CURL *handle, CURLINFO info, struct curl_slist **value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode curl_easy_getinfo_certificates(CURL *handle, struct curl_certinfo **value) {
    return curl_easy_getinfo(handle, CURLINFO_CERTINFO, value);
}

static inline void canary_lock_cookies(CURL *handle, curl_lock_data data, curl_lock_access access, void *lock) {
    pthread_mutex_lock(lock);
}

static inline void canary_unlock_cookies(CURL *handle, curl_lock_data data, void *lock) {
    pthread_mutex_unlock(lock);
}

// Has a share hold cookies, for one thread at a time. The lock is a recursive `pthread_mutex_t`.
static inline CURLSHcode canary_share_cookies(CURLSH *share, void *lock) {
    CURLSHcode code = curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
    if (code == CURLSHE_OK) code = curl_share_setopt(share, CURLSHOPT_USERDATA, lock);
    if (code == CURLSHE_OK) code = curl_share_setopt(share, CURLSHOPT_LOCKFUNC, canary_lock_cookies);
    return code == CURLSHE_OK ? curl_share_setopt(share, CURLSHOPT_UNLOCKFUNC, canary_unlock_cookies) : code;
}

static inline CURLMcode curl_multi_setopt_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode curl_multi_setopt_socket(CURLM *multi, curl_socket_callback value, void *context) {
    CURLMcode code = curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
    return code == CURLM_OK ? curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, value) : code;
}

static inline CURLMcode curl_multi_setopt_timer(CURLM *multi, curl_multi_timer_callback value, void *context) {
    CURLMcode code = curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
    return code == CURLM_OK ? curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, value) : code;
}

// A finished transfer: `data` of CURLMsg is a union that Swift sees as a tuple of bytes.
static inline CURLcode canary_curl_message_result(const CURLMsg *message) { return message->data.result; }
