#include "visible_bytes.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static const char digits[] = "0123456789abcdef";

// How many bytes a character takes by its first one; 0 if none begins so.
static size_t length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

// The character, or -1 where its bytes are no UTF-8.
static int32_t decode(const unsigned char *bytes, size_t length) {
  static const int32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (length == 1) return bytes[0];
  int32_t value = bytes[0] & (0x7F >> length);
  for (size_t index = 1; index < length; index++) {
    if ((bytes[index] & 0xC0) != 0x80) return -1;
    value = value << 6 | (bytes[index] & 0x3F);
  }
  bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value < least[length] || value > 0x10FFFF || is_surrogate ? -1 : value;
}

static bool steers(int32_t value) {
  if (value < 0x20) return value != '\n' && value != '\t';
  return (value >= 0x7F && value <= 0x9F) || value == 0xAD || value == 0x61C || (value >= 0x200B && value <= 0x200F) ||
         (value >= 0x2028 && value <= 0x202E) || (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF ||
         (value >= 0xE0000 && value <= 0xE0FFF);
}

// `\u{202e}`, with no more digits than it needs, as the rest of the program spells it.
static size_t spell(int32_t value, char *shown) {
  size_t length = 0;
  memcpy(shown, "\\u{", 3);
  length += 3;
  int shift = 20;
  while (shift > 0 && value >> shift == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) shown[length++] = digits[value >> shift & 0xF];
  shown[length++] = '}';
  return length;
}

static size_t spell_byte(unsigned char byte, char *shown) {
  shown[0] = '\\';
  shown[1] = 'x';
  shown[2] = digits[byte >> 4];
  shown[3] = digits[byte & 0xF];
  return 4;
}

size_t tn_spell_bytes(const unsigned char *bytes, size_t count, char *shown, size_t *taken) {
  size_t index = 0, written = 0;
  while (index < count) {
    size_t length = length_of(bytes[index]);
    // Cut at the end: the next call begins with it, unless it is all there is.
    if (length > count - index && index > 0) break;
    int32_t value = length == 0 || length > count - index ? -1 : decode(bytes + index, length);
    if (value < 0) {
      written += spell_byte(bytes[index], shown + written);
      length = 1;
    } else if (steers(value)) {
      written += spell(value, shown + written);
    } else {
      memcpy(shown + written, bytes + index, length);
      written += length;
    }
    index += length;
  }
  *taken = index;
  return written;
}
