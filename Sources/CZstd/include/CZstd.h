#pragma once

// libzstd, loaded when something is first compressed: programs that send nothing start without it, and where it is
// missing, bodies go out as they are.

#include <stdbool.h>
#include <stddef.h>

/// Loads libzstd, once. Everything else here needs it.
bool czstd_load(void);

/// The most bytes that a frame of so many bytes takes.
size_t czstd_bound(size_t count);

/// Writes one frame that does not tell the size of its content. Returns its length, or 0 if that failed.
size_t czstd_compress(void *target, size_t capacity, const void *source, size_t count, int level);

/// Returns the length of the content, or 0 if the frame is damaged or its content does not fit.
size_t czstd_decompress(void *target, size_t capacity, const void *source, size_t count);
