#pragma once
#include <stdbool.h>
#include <stdint.h>

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

/// Sets the character type from the environment, and nothing else of the locale.
/// True if the terminal's text is UTF-8.
bool tn_locale_open(void);

/// Opens the one screen of the process on the two descriptors, which stay the caller's.
bool tn_screen_open(const char *type, int output, int input);
/// Ends curses mode and frees the screen.
void tn_screen_close(void);
/// Ends curses mode until the next flush.
void tn_screen_leave(void);
/// Takes the terminal's present settings as those of curses mode.
void tn_screen_keep_settings(void);

int tn_screen_rows(void);
int tn_screen_columns(void);
bool tn_screen_resize(int rows, int columns);

/// Turns color on, with -1 as the terminal's own color. False on a terminal without.
bool tn_color_start(void);
int tn_color_count(void);
int tn_color_pair_count(void);
bool tn_color_set_pair(int pair, int foreground, int background);

/// Writes cells from a position on; what does not fit is left out.
bool tn_screen_write(int row, int column, const tn_cell *cells, int count);
/// Reads a cell back. False outside of the screen.
bool tn_screen_read(int row, int column, tn_cell *cell);
void tn_screen_erase(void);
/// Sends what changed; leaves the real cursor at the position.
void tn_screen_flush(int row, int column, bool cursor_visible);
/// Sends everything with the next flush.
void tn_screen_repaint(void);

/// The columns that the C library, and with it curses, gives a scalar; -1 if it cannot be shown.
int tn_scalar_width(uint32_t scalar);
