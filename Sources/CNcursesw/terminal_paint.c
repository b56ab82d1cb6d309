#define _GNU_SOURCE 1
#include "terminal_paint.h"

#include <stdlib.h>
#include <string.h>

#include "terminal_device.h"
#include "terminal_screen.h"
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

// Painting by curses' low-level routines. Its windows would find the difference between two screens too, but by going
// through all cells of both, four times over, with every key; who draws knows better what changed.

static struct {
  char bytes[1 << 15];
  size_t count;
  // Where the terminal's cursor is, if row is not negative.
  int row, column;
} pending = {.row = -1};

// Between the two the terminal shows nothing of what it gets.
static const char begin_frame[] = "\033[?2026h", end_frame[] = "\033[?2026l";
static bool marks_frames, is_in_frame;

static void send_pending(void) {
  tn_device_write(tn_screen_output(), pending.bytes, pending.count);
  pending.count = 0;
}

static int put_byte(int byte);

static void put_bytes(const char *bytes) {
  while (*bytes != 0) put_byte(*bytes++);
}

// What begins a frame comes with its first byte: a frame without any is none.
static int put_byte(int byte) {
  if (marks_frames && !is_in_frame) {
    is_in_frame = true;
    put_bytes(begin_frame);
  }
  if (pending.count == sizeof pending.bytes) send_pending();
  pending.bytes[pending.count++] = (char)byte;
  return byte;
}

static void put(const char *capability) {
  if (capability != NULL) tputs(capability, 1, put_byte);
}

static void put_scalar(uint32_t scalar) {
  if (scalar < 0x80) {
    put_byte((int)scalar);
    return;
  }
  int rest = scalar < 0x800 ? 1 : scalar < 0x10000 ? 2 : 3;
  put_byte((int)((0xff80 >> rest & 0xff) | scalar >> 6 * rest));
  while (rest-- > 0) put_byte((int)(0x80 | (scalar >> 6 * rest & 0x3f)));
}

static void put_number(int number) {
  if (number >= 10) put_number(number / 10);
  put_byte('0' + number % 10);
}

// Nearly all terminals take two numbers from 1 up between ESC [ and a letter. For them it is written here: tiparm reads the
// capability anew each time, which takes as long as half a row.
static void put_pair(const char *capability, int first, int second) {
  static const char usual[] = "\033[%i%p1%d;%p2%d";
  size_t length = sizeof usual - 1;
  bool is_usual = strncmp(capability, usual, length) == 0 && capability[length] >= '@' && capability[length + 1] == 0;
  if (!is_usual) {
    put(tiparm(capability, first, second));
    return;
  }
  put_byte('\033');
  put_byte('[');
  put_number(first + 1);
  put_byte(';');
  put_number(second + 1);
  put_byte(capability[length]);
}

static void move_to(int row, int column) {
  if (pending.row == row && pending.column == column) return;
  put_pair(cursor_address, row, column);
  pending.row = row;
  pending.column = column;
}

static attr_t curses_attributes(uint8_t attributes) {
  attr_t result = A_NORMAL;
  if (attributes & TN_BOLD) result |= A_BOLD;
  if (attributes & TN_DIM) result |= A_DIM;
  if (attributes & TN_ITALIC) result |= A_ITALIC;
  if (attributes & TN_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & TN_REVERSE) result |= A_REVERSE;
  return result;
}

// Whether the new pair has the terminal's own color where the old one has another.
static bool drops_color(int old_pair, int new_pair) {
  int old_colors[2] = {-1, -1}, new_colors[2] = {-1, -1};
  if (old_pair > 0) extended_pair_content(old_pair, &old_colors[0], &old_colors[1]);
  if (new_pair > 0) extended_pair_content(new_pair, &new_colors[0], &new_colors[1]);
  return (old_colors[0] >= 0 && new_colors[0] < 0) || (old_colors[1] >= 0 && new_colors[1] < 0);
}

static void take_look(uint8_t attributes, int32_t pair) {
  static struct { uint8_t attributes; int32_t pair; } last;
  if (last.attributes == attributes && last.pair == pair) return;
  int number = 0;
  // Curses leaves such a color on when the attributes stay.
  if (last.attributes == attributes && drops_color(last.pair, pair)) vid_puts(A_NORMAL, 0, &number, put_byte);
  number = pair;
  vid_puts(curses_attributes(attributes), 0, &number, put_byte);
  last.attributes = attributes;
  last.pair = pair;
}

static void put_cell(const tn_cell *cell) {
  take_look(cell->attributes, cell->pair);
  // What stands for a wide glyph where the terminal shows ASCII only fills the cells of both.
  int times = cell->base < 0x80 ? cell->width : 1;
  while (times-- > 0) put_scalar(cell->base);
  for (int i = 0; i < TN_MARKS && cell->marks[i] != 0; i++) put_scalar(cell->marks[i]);
  pending.column += cell->width;
}

void tn_paint_synchronize(bool on) { marks_frames = on; }

void tn_paint_begin(void) {
  if (!tn_screen_needs_entering()) return;
  if (marks_frames) {
    is_in_frame = true;
    put_bytes(begin_frame);
    send_pending();
  }
  tn_screen_enter();
  pending.row = -1;
}

void tn_paint_cells(int row, int column, const tn_cell *cells, int count) {
  if (tn_screen_output() < 0) return;
  move_to(row, column);
  for (int i = 0; i < count; i++) {
    // Some terminals scroll when their last cell is written.
    bool is_last = row == LINES - 1 && pending.column + cells[i].width >= COLS;
    if (is_last && auto_right_margin && !eat_newline_glitch) break;
    put_cell(&cells[i]);
  }
  // Beside the last column terminals differ in where the cursor is.
  if (pending.column >= COLS) pending.row = -1;
}

bool tn_paint_scroll(int top, int bottom, int count) {
  const char *once = count > 0 ? scroll_forward : scroll_reverse;
  const char *often = count > 0 ? parm_index : parm_rindex;
  bool steps = once != NULL && abs(count) == 1;
  if (tn_screen_output() < 0 || change_scroll_region == NULL || (!steps && often == NULL)) return false;
  take_look(0, 0);
  put_pair(change_scroll_region, top, bottom - 1);
  // Setting the region moves the cursor.
  pending.row = -1;
  move_to(count > 0 ? bottom - 1 : top, 0);
  put(steps ? once : tiparm(often, abs(count)));
  put_pair(change_scroll_region, 0, LINES - 1);
  pending.row = -1;
  return true;
}

void tn_paint_flush(int row, int column, bool shows_cursor) {
  if (tn_screen_output() < 0) return;
  if (!shows_cursor) curs_set(0);
  take_look(0, 0);
  move_to(row, column);
  if (is_in_frame) put_bytes(end_frame);
  is_in_frame = false;
  send_pending();
  if (shows_cursor) curs_set(1);
}
