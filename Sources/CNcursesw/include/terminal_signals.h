#pragma once
#include <stdbool.h>

/// Takes over the signals a terminal program lives with, before curses would. The descriptor delivers each as one byte,
/// its number. -1 on failure.
int tn_signals_open(void);
/// Gives the handlers back that were found. The descriptor still has what came before.
void tn_signals_close(void);

/// Stops the process group as the terminal's own ^Z would. Another thread may be the one that the signal reaches, so the
/// process may stop a moment after this returns; it does not when nobody could continue it. Until `tn_signals_resume`,
/// the signal has its default effect.
void tn_signals_stop_group(void);
/// Delivers SIGTSTP again.
void tn_signals_resume(void);

/// Ends the process by the signal itself, so that the shell sees what killed it.
_Noreturn void tn_signals_die(int number);
