#define _GNU_SOURCE 1
#include "terminfo.h"

#include <unistd.h>
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

static TERMINAL *opened;

bool tn_terminfo_open(const char *type) {
  int error = 0;
  TERMINAL *before = cur_term;
  // Exported LINES and COLUMNS are of another terminal, or of another time.
  use_env(FALSE);
  if (setupterm(type, STDOUT_FILENO, &error) != OK) {
    set_curterm(before);
    return false;
  }
  opened = cur_term;
  return true;
}

void tn_terminfo_close(void) {
  if (opened == NULL) return;
  set_curterm(NULL);
  del_curterm(opened);
  opened = NULL;
}

// Curses keeps its own table beside the one that term.h shows; the strings themselves are the same.
void tn_terminfo_silence(const char *capability) {
  char *string = tigetstr(capability);
  if (string != NULL && string != (char *)-1) string[0] = 0;
}

bool tn_terminfo_flag(const char *capability) { return tigetflag(capability) > 0; }

int tn_terminfo_number(const char *capability) {
  int number = tigetnum(capability);
  return number < 0 ? -1 : number;
}

const char *tn_terminfo_string(const char *capability) {
  const char *string = tigetstr(capability);
  return string == (char *)-1 ? NULL : string;
}
