#define _GNU_SOURCE 1
#include "CZstd.h"

#include <dlfcn.h>
#include <pthread.h>
#include <zstd.h>

#define FUNCTIONS(X)                                                                                            \
  X(ZSTD_compressBound)                                                                                         \
  X(ZSTD_createCCtx)                                                                                            \
  X(ZSTD_freeCCtx)                                                                                              \
  X(ZSTD_CCtx_setParameter)                                                                                     \
  X(ZSTD_compress2)                                                                                             \
  X(ZSTD_decompress)                                                                                            \
  X(ZSTD_isError)

static struct {
#define POINTER(name) __typeof__(name) *name;
  FUNCTIONS(POINTER)
} lib;

static bool loaded = false;

static void load(void) {
#ifdef __APPLE__
  void *library = dlopen("libzstd.1.dylib", RTLD_NOW | RTLD_LOCAL);
#else
  void *library = dlopen("libzstd.so.1", RTLD_NOW | RTLD_LOCAL);
#endif
  if (!library) return;
  loaded = true;
#define LOOK_UP(name)                                                                                           \
  if (!(lib.name = (__typeof__(name) *)dlsym(library, #name))) loaded = false;
  FUNCTIONS(LOOK_UP)
}

bool czstd_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return loaded;
}

size_t czstd_bound(size_t count) { return lib.ZSTD_compressBound(count); }

static pthread_key_t context_key;

static void free_context(void *context) { lib.ZSTD_freeCCtx(context); }

static void make_context_key(void) { pthread_key_create(&context_key, free_context); }

/// One for each thread: making one costs more than compressing a batch.
static ZSTD_CCtx *thread_context(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_context_key);
  ZSTD_CCtx *context = pthread_getspecific(context_key);
  if (context) return context;
  context = lib.ZSTD_createCCtx();
  pthread_setspecific(context_key, context);
  return context;
}

size_t czstd_compress(void *target, size_t capacity, const void *source, size_t count, int level) {
  ZSTD_CCtx *context = thread_context();
  if (!context) return 0;
  lib.ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
  lib.ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  size_t length = lib.ZSTD_compress2(context, target, capacity, source, count);
  return lib.ZSTD_isError(length) ? 0 : length;
}

size_t czstd_decompress(void *target, size_t capacity, const void *source, size_t count) {
  size_t length = lib.ZSTD_decompress(target, capacity, source, count);
  return lib.ZSTD_isError(length) ? 0 : length;
}
