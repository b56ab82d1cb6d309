#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Sets the character type from the environment, and nothing else of the locale.
/// True if the terminal's text is UTF-8.
bool tn_locale_open(void);

/// Opens the one screen of the process on the two descriptors, which stay the caller's.
bool tn_screen_open(const char *type, int output, int input);
/// Ends curses mode and frees the screen.
void tn_screen_close(void);
/// Ends curses' mode until it is entered again.
void tn_screen_leave(void);
/// Takes the terminal's present settings as those of curses mode.
void tn_screen_keep_settings(void);

/// Where the screen is; -1 without one.
int tn_screen_output(void);
bool tn_screen_resize(int rows, int columns);

/// Turns color on, with -1 as the terminal's own color. False on a terminal without.
bool tn_color_start(void);
int tn_color_pair_count(void);
bool tn_color_set_pair(int pair, int foreground, int background);

/// Clears the screen before what is painted next.
void tn_screen_clear(void);
/// Whether curses' mode was left, or the screen is to be cleared.
bool tn_screen_needs_entering(void);
/// Enters curses' mode if it was left, and clears the screen. Nobody knows then where the cursor is.
void tn_screen_enter(void);

/// The columns that the C library, and with it curses, gives a scalar; -1 if it cannot be shown.
int tn_scalar_width(uint32_t scalar);
