#pragma once

// libcurl, loaded when it is first needed: linking it would cost every start of a program the 8 ms in which its thirty
// libraries are loaded, and most starts send nothing.
//
// <curl/curl.h> is here for its types and constants. Its functions are not linked; those below stand for them, without
// the variable arguments that Swift cannot pass.

#include <curl/curl.h>
#include <stdint.h>

/// Loads and initializes libcurl, once. Returns NULL, or why it cannot be had. Everything else here needs it.
const char *ccurl_load(void);

const char *ccurl_version(void);
const char *ccurl_reason(CURLcode code);

CURL *ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *easy);
void ccurl_easy_reset(CURL *easy);

typedef size_t (*ccurl_receiver)(char *bytes, size_t size, size_t count, void *context);

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *easy, CURLoption option, int64_t value);
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, const void *value);
CURLcode ccurl_set_receiver(CURL *easy, CURLoption option, ccurl_receiver receiver);

typedef int (*ccurl_gate)(void *context, char *address, char *own_address, int port, int own_port);

/// Asked each time before a request is sent, with the pointer of CURLOPT_PREREQDATA.
CURLcode ccurl_set_gate(CURL *easy, ccurl_gate gate);

/// The value of an information that is a long; 0 if there is none.
long ccurl_get_long(CURL *easy, CURLINFO info);
/// The value of an information that is a time or a size; 0 if there is none.
int64_t ccurl_get_size(CURL *easy, CURLINFO info);

struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *text);
void ccurl_list_free(struct curl_slist *list);

CURLM *ccurl_multi_init(void);
void ccurl_multi_cleanup(CURLM *multi);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(CURLM *multi);
/// Waits for traffic, for `ccurl_multi_wakeup`, or for so many milliseconds.
CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds);
/// The one function that any thread may call.
CURLMcode ccurl_multi_wakeup(CURLM *multi);
/// The next transfer that has ended, with its result; NULL if there is none.
CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result);
