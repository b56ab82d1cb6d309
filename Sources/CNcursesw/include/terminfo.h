#pragma once
#include <stdbool.h>

/// Loads the description of a type for the `tn_terminfo_` functions. False when there is none.
bool tn_terminfo_open(const char *type);
void tn_terminfo_close(void);

/// Lets curses send nothing for a capability of the terminal that is open, until that is closed.
void tn_terminfo_silence(const char *capability);

bool tn_terminfo_flag(const char *capability);
/// -1 when absent.
int tn_terminfo_number(const char *capability);
/// NULL when absent. Valid until the description is closed.
const char *tn_terminfo_string(const char *capability);
