#define _GNU_SOURCE 1
#include "terminal_child.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// The group that has no terminal is stopped when it changes who has it, unless the signal for that is blocked.
static void give_terminal(int terminal, pid_t group) {
  sigset_t set, before;
  sigemptyset(&set);
  sigaddset(&set, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &set, &before);
  tcsetpgrp(terminal, group);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

pid_t tn_child_start(char *const arguments[], int terminal, int input) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t all, none;
  sigfillset(&all);
  sigdelset(&all, SIGKILL);
  sigdelset(&all, SIGSTOP);
  sigemptyset(&none);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawn_file_actions_init(&actions);
  // Ours may lead elsewhere.
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
    posix_spawn_file_actions_adddup2(&actions, terminal, stream);
  }
  posix_spawn_file_actions_addtcsetpgrp_np(&actions, terminal);
  if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  pid_t child = -1;
  int error = posix_spawnp(&child, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error == 0) return child;
  errno = error;
  return -1;
}

int tn_child_wait(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, WUNTRACED) < 0) {
    if (errno != EINTR) return 127;
  }
  if (WIFSTOPPED(status)) return TN_CHILD_STOPPED;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

void tn_child_continue(pid_t child, int terminal) {
  give_terminal(terminal, child);
  kill(-child, SIGCONT);
}

void tn_child_take_terminal(int terminal) { give_terminal(terminal, getpgrp()); }
