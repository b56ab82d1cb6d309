#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Keeps the settings of a terminal as found.
bool tn_device_save(int descriptor);
/// Input byte by byte, without echo, signals and flow control.
bool tn_device_make_raw(void);
/// The settings as they were found.
void tn_device_restore(void);

/// False if the terminal does not say; 0 counts as not saying.
bool tn_device_size(int descriptor, int *rows, int *columns);

/// A pipe that never blocks and does not reach child processes: the end to read from, then the end to write to.
bool tn_pipe_open(int ends[2]);
/// An empty file without a name. -1 on failure.
int tn_unnamed_file_open(void);

/// Writes all, through interruptions. False if the terminal is gone.
bool tn_device_write(int descriptor, const void *bytes, size_t count);

/// The rescue gives the terminal back when the process dies: by a fatal signal (the handlers are in
/// `terminal_signals.h`) or by `exit`. It writes the bytes, restores the saved settings, and copies what was captured
/// of standard error (-1: nothing captured) to where it belongs, with what would steer the terminal spelled.
bool tn_rescue_arm(int output, const void *bytes, size_t count, int captured_error, int original_error);
void tn_rescue_disarm(void);
/// Async-signal-safe; does nothing unless armed.
void tn_rescue_perform(void);
