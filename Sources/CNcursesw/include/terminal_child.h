#pragma once
#include <stdbool.h>
#include <sys/types.h>

enum { TN_CHILD_STOPPED = -1000, TN_CHILD_RUNNING = -1001 };

/// Starts a program, found in PATH, in a process group of its own, which has the terminal from its first instruction on, and
/// reads and writes there, wherever our own streams lead; but for `input`, unless that is -1, which it reads instead. The signals
/// have their default effects in it. -1 with `errno` if it could not be started.
pid_t tn_child_start(char *const arguments[], int terminal, int input);
/// Waits until it ends or is stopped: its exit status, the number of the signal that killed it below zero, or
/// `TN_CHILD_STOPPED`. `TN_CHILD_RUNNING` if `other` can be read first, unless that is -1, or if the time runs out, unless
/// that is -1.
int tn_child_wait(pid_t child, int other, int milliseconds);
/// Sends all of the child's group a signal, which gets through even if it is stopped.
void tn_child_signal(pid_t child, int number);
/// Gives a child that was stopped the terminal and lets it go on.
void tn_child_continue(pid_t child, int terminal);
/// Makes this process group the one that has the terminal.
void tn_child_take_terminal(int terminal);
