#pragma once
#include <stddef.h>

enum { TN_WIDEST_SPELLING = 6 };

/// Copies text for a terminal; what would steer it is spelled: `\u{1b}`, and bytes that are no UTF-8 as `\x9b`. Line ends and
/// tabs stay. Async-signal-safe. `shown` has room for `TN_WIDEST_SPELLING` times `count`.
///
/// A character may be cut at the end of `bytes`: then `taken` is less than `count`, but never 0.
size_t tn_spell_bytes(const unsigned char *bytes, size_t count, char *shown, size_t *taken);
