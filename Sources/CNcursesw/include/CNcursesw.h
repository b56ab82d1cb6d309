#pragma once

// What Swift needs of curses and of the terminal below it. curses.h itself stays behind these functions: its globals,
// macros and variadics cannot be imported, and nothing else may touch the screen.

#include "terminal_child.h"
#include "terminal_device.h"
#include "terminal_paint.h"
#include "terminal_screen.h"
#include "terminal_signals.h"
#include "terminfo.h"
#include "visible_bytes.h"
