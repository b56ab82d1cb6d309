#define _GNU_SOURCE 1
#include "terminal_screen.h"
#include "terminfo.h"

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

// Curses' own windows stay blank: what is on the screen is painted past them, see terminal_paint.c.
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
  // Curses would send it when it leaves the screen, and take away the colors that the user gave the terminal.
  tn_terminfo_silence("oc");
  typeahead(-1);
  keypad(stdscr, TRUE);
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


bool tn_screen_resize(int rows, int columns) { return screen != NULL && resize_term(rows, columns) == OK; }

bool tn_color_start(void) {
  return screen != NULL && has_colors() && start_color() == OK && use_default_colors() == OK;
}

int tn_color_pair_count(void) { return COLOR_PAIRS; }

bool tn_color_set_pair(int pair, int foreground, int background) {
  return screen != NULL && has_colors() && pair > 0 && pair < COLOR_PAIRS
         && init_extended_pair(pair, foreground, background) == OK;
}

int tn_scalar_width(uint32_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7f) return 1;
  return wcwidth((wchar_t)scalar);
}

int tn_screen_output(void) { return screen == NULL ? -1 : fileno(output_stream); }

void tn_screen_clear(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

bool tn_screen_needs_entering(void) { return screen != NULL && (isendwin() || is_cleared(curscr)); }

void tn_screen_enter(void) {
  // Curses would ask for the keypad again when it reads a key, and it reads none.
  if (isendwin()) keypad(stdscr, TRUE);
  doupdate();
}
