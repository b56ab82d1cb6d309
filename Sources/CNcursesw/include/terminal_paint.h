#pragma once
#include <stdbool.h>
#include <stdint.h>

// What is to be painted is gathered and sent with the next flush, in one piece.

enum {
  TN_MARKS = 4,

  TN_BOLD = 1,
  TN_DIM = 2,
  TN_ITALIC = 4,
  TN_UNDERLINE = 8,
  TN_REVERSE = 16,
};

/// One cell, or two for a wide glyph: the continuation of a wide glyph is not passed.
typedef struct {
  uint32_t base;
  uint32_t marks[TN_MARKS];
  int32_t pair;
  uint8_t attributes;
  uint8_t width;
} tn_cell;

/// Whether frames are marked as such (mode 2026), so that the terminal shows each when it is whole.
void tn_paint_synchronize(bool on);
/// To be called before anything of a frame is painted.
void tn_paint_begin(void);
/// Paints cells from a position on. They must be within the screen.
void tn_paint_cells(int row, int column, const tn_cell *cells, int count);
/// Moves the rows from `top` to before `bottom` up, or down if `count` is negative; the rows that become free are blank,
/// in the terminal's own colors. False, and nothing is painted, if the terminal cannot do it.
bool tn_paint_scroll(int top, int bottom, int count);
/// Sends what was painted, and leaves the real cursor at the position.
void tn_paint_flush(int row, int column, bool shows_cursor);
