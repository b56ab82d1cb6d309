#define _GNU_SOURCE 1
#include "terminal_child.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <sys/syscall.h>
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

// Nothing but a look tells of a stop; an end is told at once where the kernel has descriptors for processes.
enum { LOOK_MILLISECONDS = 50 };

static int state(int status) {
  if (WIFSTOPPED(status)) return TN_CHILD_STOPPED;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static int wait_for(pid_t child, int ended, int other, int milliseconds) {
  int waited = 0;
  while (true) {
    int status = 0;
    pid_t found = waitpid(child, &status, WNOHANG | WUNTRACED);
    if (found == child) return state(status);
    if (found < 0 && errno != EINTR) return 127;
    if (milliseconds >= 0 && waited >= milliseconds) return TN_CHILD_RUNNING;
    struct pollfd sources[] = {{.fd = ended, .events = POLLIN}, {.fd = other, .events = POLLIN}};
    if (poll(sources, 2, LOOK_MILLISECONDS) > 0 && sources[1].revents != 0) return TN_CHILD_RUNNING;
    waited += LOOK_MILLISECONDS;
  }
}

int tn_child_wait(pid_t child, int other, int milliseconds) {
  int ended = (int)syscall(SYS_pidfd_open, child, 0);
  int result = wait_for(child, ended, other, milliseconds);
  if (ended >= 0) close(ended);
  return result;
}

void tn_child_signal(pid_t child, int number) {
  kill(-child, number);
  kill(-child, SIGCONT);
}

void tn_child_continue(pid_t child, int terminal) {
  give_terminal(terminal, child);
  kill(-child, SIGCONT);
}

void tn_child_take_terminal(int terminal) { give_terminal(terminal, getpgrp()); }
