#define _GNU_SOURCE 1
#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>

#define FUNCTIONS(X)                                                                                            \
  X(curl_global_init)                                                                                           \
  X(curl_version)                                                                                               \
  X(curl_easy_strerror)                                                                                         \
  X(curl_easy_init)                                                                                             \
  X(curl_easy_cleanup)                                                                                          \
  X(curl_easy_reset)                                                                                            \
  X(curl_easy_setopt)                                                                                           \
  X(curl_easy_getinfo)                                                                                          \
  X(curl_slist_append)                                                                                          \
  X(curl_slist_free_all)                                                                                        \
  X(curl_multi_init)                                                                                            \
  X(curl_multi_cleanup)                                                                                         \
  X(curl_multi_setopt)                                                                                          \
  X(curl_multi_add_handle)                                                                                      \
  X(curl_multi_remove_handle)                                                                                   \
  X(curl_multi_perform)                                                                                         \
  X(curl_multi_poll)                                                                                            \
  X(curl_multi_wakeup)                                                                                          \
  X(curl_multi_info_read)

static struct {
#define POINTER(name) __typeof__(name) *name;
  FUNCTIONS(POINTER)
} lib;

static const char *failure = NULL;

static void *open_library(void) {
  static const char *const names[] = {
#ifdef __APPLE__
      "libcurl.4.dylib",
#endif
      "libcurl.so.4", "libcurl-gnutls.so.4"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

static void load(void) {
  void *library = open_library();
  if (!library) {
    failure = "libcurl was not found: install the package libcurl4";
    return;
  }
#define LOOK_UP(name)                                                                                           \
  if (!(lib.name = (__typeof__(name) *)dlsym(library, #name))) failure = "libcurl is too old: it lacks " #name;
  FUNCTIONS(LOOK_UP)
  if (!failure && lib.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) failure = "libcurl does not start";
}

const char *ccurl_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return failure;
}

const char *ccurl_version(void) { return lib.curl_version(); }
const char *ccurl_reason(CURLcode code) { return lib.curl_easy_strerror(code); }

CURL *ccurl_easy_init(void) { return lib.curl_easy_init(); }
void ccurl_easy_cleanup(CURL *easy) { lib.curl_easy_cleanup(easy); }
void ccurl_easy_reset(CURL *easy) { lib.curl_easy_reset(easy); }

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
  return lib.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_size(CURL *easy, CURLoption option, int64_t value) {
  return lib.curl_easy_setopt(easy, option, (curl_off_t)value);
}

CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
  return lib.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, const void *value) {
  return lib.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_receiver(CURL *easy, CURLoption option, ccurl_receiver receiver) {
  return lib.curl_easy_setopt(easy, option, receiver);
}

CURLcode ccurl_set_gate(CURL *easy, ccurl_gate gate) {
  return lib.curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, gate);
}

long ccurl_get_long(CURL *easy, CURLINFO info) {
  long value = 0;
  return lib.curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

int64_t ccurl_get_size(CURL *easy, CURLINFO info) {
  curl_off_t value = 0;
  return lib.curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *text) {
  return lib.curl_slist_append(list, text);
}
void ccurl_list_free(struct curl_slist *list) { lib.curl_slist_free_all(list); }

CURLM *ccurl_multi_init(void) { return lib.curl_multi_init(); }
void ccurl_multi_cleanup(CURLM *multi) { lib.curl_multi_cleanup(multi); }
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return lib.curl_multi_setopt(multi, option, value);
}
CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy) { return lib.curl_multi_add_handle(multi, easy); }
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy) { return lib.curl_multi_remove_handle(multi, easy); }

CURLMcode ccurl_multi_perform(CURLM *multi) {
  int running;
  return lib.curl_multi_perform(multi, &running);
}

CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds) {
  return lib.curl_multi_poll(multi, NULL, 0, milliseconds, NULL);
}

CURLMcode ccurl_multi_wakeup(CURLM *multi) { return lib.curl_multi_wakeup(multi); }

CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result) {
  int left;
  CURLMsg *message;
  while ((message = lib.curl_multi_info_read(multi, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    *result = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}
