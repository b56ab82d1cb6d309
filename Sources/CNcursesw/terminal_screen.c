#define _GNU_SOURCE 1
#include "terminal_screen.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <wchar.h>
#define NCURSES_WIDECHAR 1
#include <curses.h>

_Static_assert(TN_MARKS < CCHARW_MAX, "a cell of curses holds the base and its marks");

static SCREEN *screen;
static FILE *output_stream;
static FILE *input_stream;

// Over ssh the environment often names a UTF-8 locale that is not installed here; the terminal is UTF-8 all the same.
static bool environment_names_utf8(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value != NULL && *value != 0) return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
  }
  return false;
}

bool tn_locale_open(void) {
  if (setlocale(LC_CTYPE, "") == NULL && environment_names_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static FILE *stream_on(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  FILE *stream = fdopen(copy, mode);
  if (stream == NULL) close(copy);
  return stream;
}

static void close_streams(void) {
  if (output_stream != NULL) fclose(output_stream);
  if (input_stream != NULL) fclose(input_stream);
  output_stream = input_stream = NULL;
}

bool tn_screen_open(const char *type, int output, int input) {
  if (screen != NULL) return false;
  output_stream = stream_on(output, "w");
  input_stream = stream_on(input, "r");
  if (output_stream != NULL && input_stream != NULL) {
    use_env(FALSE);
    use_tioctl(TRUE);
    screen = newterm(type, output_stream, input_stream);
  }
  if (screen == NULL) {
    close_streams();
    return false;
  }
  set_term(screen);
  typeahead(-1);
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  idlok(stdscr, TRUE);
  return true;
}

void tn_screen_close(void) {
  if (screen == NULL) return;
  if (!isendwin()) endwin();
  delscreen(screen);
  screen = NULL;
  close_streams();
}

void tn_screen_leave(void) {
  if (screen != NULL && !isendwin()) endwin();
}

void tn_screen_keep_settings(void) { def_prog_mode(); }

int tn_screen_rows(void) { return screen == NULL ? 0 : LINES; }
int tn_screen_columns(void) { return screen == NULL ? 0 : COLS; }

bool tn_screen_resize(int rows, int columns) { return screen != NULL && resize_term(rows, columns) == OK; }

bool tn_color_start(void) {
  return screen != NULL && has_colors() && start_color() == OK && use_default_colors() == OK;
}

int tn_color_count(void) { return COLORS; }
int tn_color_pair_count(void) { return COLOR_PAIRS; }

bool tn_color_set_pair(int pair, int foreground, int background) {
  return screen != NULL && has_colors() && pair > 0 && pair < COLOR_PAIRS
         && init_extended_pair(pair, foreground, background) == OK;
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

static uint8_t cell_attributes(attr_t attributes) {
  return (uint8_t)((attributes & A_BOLD ? TN_BOLD : 0) | (attributes & A_DIM ? TN_DIM : 0)
                   | (attributes & A_ITALIC ? TN_ITALIC : 0) | (attributes & A_UNDERLINE ? TN_UNDERLINE : 0)
                   | (attributes & A_REVERSE ? TN_REVERSE : 0));
}

int tn_scalar_width(uint32_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7f) return 1;
  return wcwidth((wchar_t)scalar);
}

// A blank with the attributes and pair asked for last: most neighbors share them, and encoding them takes longest.
static struct {
  cchar_t blank;
  int pair;
  uint8_t attributes;
  bool valid;
} last_look;

static cchar_t blank_cell(uint8_t attributes, int pair) {
  if (!last_look.valid || last_look.attributes != attributes || last_look.pair != pair) {
    last_look.valid = setcchar(&last_look.blank, L" ", curses_attributes(attributes), 0, &pair) == OK;
    last_look.attributes = attributes;
    last_look.pair = pair;
  }
  return last_look.blank;
}

// Curses would give a glyph other columns than the surface did: question marks keep the row in its place.
static int write_substitute(cchar_t *target, const tn_cell *cell) {
  for (int i = 0; i < cell->width; i++) {
    target[i] = blank_cell(cell->attributes, cell->pair);
    target[i].chars[0] = L'?';
  }
  return cell->width;
}

// How many curses cells it took.
static int write_cell(cchar_t *target, const tn_cell *cell) {
  if (tn_scalar_width(cell->base) != cell->width) return write_substitute(target, cell);
  *target = blank_cell(cell->attributes, cell->pair);
  target->chars[0] = (wchar_t)cell->base;
  int used = 1;
  for (int i = 0; i < TN_MARKS && cell->marks[i] != 0; i++) {
    if (tn_scalar_width(cell->marks[i]) == 0) target->chars[used++] = (wchar_t)cell->marks[i];
  }
  return 1;
}

bool tn_screen_write(int row, int column, const tn_cell *cells, int count) {
  enum { CHUNK = 256 };
  cchar_t chunk[CHUNK + 2];
  if (screen == NULL || row < 0 || row >= LINES || column < 0) return false;
  int i = 0;
  while (i < count && column < COLS) {
    int used = 0, columns = 0;
    for (; i < count && used < CHUNK; i++) {
      used += write_cell(chunk + used, &cells[i]);
      columns += cells[i].width;
    }
    if (mvwadd_wchnstr(stdscr, row, column, chunk, used) == ERR) return false;
    column += columns;
  }
  return true;
}

bool tn_screen_read(int row, int column, tn_cell *cell) {
  cchar_t source;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t attributes;
  short narrow_pair;
  int pair = 0;
  if (screen == NULL || mvwin_wch(stdscr, row, column, &source) == ERR) return false;
  if (getcchar(&source, text, &attributes, &narrow_pair, &pair) == ERR) return false;
  *cell = (tn_cell){.base = (uint32_t)text[0], .pair = pair, .attributes = cell_attributes(attributes)};
  for (int i = 0; i < TN_MARKS && text[i + 1] != 0; i++) cell->marks[i] = (uint32_t)text[i + 1];
  cell->width = (uint8_t)tn_scalar_width(cell->base);
  return true;
}

void tn_screen_erase(void) {
  if (screen != NULL) werase(stdscr);
}

void tn_screen_flush(int row, int column, bool cursor_visible) {
  if (screen == NULL) return;
  // Curses would ask for the keypad again when it reads a key, and it reads none.
  if (isendwin()) keypad(stdscr, TRUE);
  if (!cursor_visible) curs_set(0);
  wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
  if (cursor_visible) curs_set(1);
}

void tn_screen_repaint(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}
