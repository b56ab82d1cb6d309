#define _GNU_SOURCE 1
#include "terminal_signals.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "terminal_device.h"

static const int delivered[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};

// Sent by others or by limits; nobody expects them, and left alone they end the process.
static const int unexpected[] = {
    SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGSYS, SIGIO, SIGPWR, SIGSTKFLT};

enum {
  DELIVERED = sizeof delivered / sizeof *delivered,
  FATAL = sizeof fatal / sizeof *fatal,
  UNEXPECTED = sizeof unexpected / sizeof *unexpected,
};

// The pipe lives as long as the process: a handler may run at any moment.
static int channel[2] = {-1, -1};
static struct sigaction found[NSIG];

static void deliver(int number) {
  int error = errno;
  char byte = (char)number;
  // A full pipe has the loop's attention already.
  ssize_t ignored = write(channel[1], &byte, 1);
  (void)ignored;
  errno = error;
}

// Swift's handler, found at the start, prints its report and returns, for the fault to happen again and kill. A signal
// that someone sent, and abort's, would not happen again.
static void report(int number, siginfo_t *info, void *context) {
  const struct sigaction *action = &found[number];
  if (action->sa_flags & SA_SIGINFO) {
    action->sa_sigaction(number, info, context);
  } else if (action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN) {
    action->sa_handler(number);
  }
}

static void die_restored(int number, siginfo_t *info, void *context) {
  tn_rescue_perform();
  report(number, info, context);
  tn_signals_die(number);
}

// Nobody expects those of the real-time range either; their numbers are known at run time only.
static void catch_unexpected(int number, const struct sigaction *last) {
  struct sigaction *before = &found[number];
  sigaction(number, last, before);
  // Whoever started the process may have had it ignored.
  if (before->sa_handler == SIG_IGN) sigaction(number, before, NULL);
}

// Whoever started the process may have had them blocked.
static void unblock(void) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < DELIVERED; i++) sigaddset(&set, delivered[i]);
  for (int i = 0; i < FATAL; i++) sigaddset(&set, fatal[i]);
  for (int i = 0; i < UNEXPECTED; i++) sigaddset(&set, unexpected[i]);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

int tn_signals_open(void) {
  if (channel[0] < 0 && !tn_pipe_open(channel)) return -1;
  // What came before was for somebody else.
  char byte;
  while (read(channel[0], &byte, 1) == 1) {}
  struct sigaction action = {.sa_handler = deliver, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < DELIVERED; i++) sigaction(delivered[i], &action, &found[delivered[i]]);

  struct sigaction last = {.sa_sigaction = die_restored, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&last.sa_mask);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &last, &found[fatal[i]]);
  for (int i = 0; i < UNEXPECTED; i++) catch_unexpected(unexpected[i], &last);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) catch_unexpected(number, &last);
  unblock();
  return channel[0];
}

void tn_signals_close(void) {
  for (int i = 0; i < DELIVERED; i++) sigaction(delivered[i], &found[delivered[i]], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &found[fatal[i]], NULL);
  for (int i = 0; i < UNEXPECTED; i++) sigaction(unexpected[i], &found[unexpected[i]], NULL);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) sigaction(number, &found[number], NULL);
}

void tn_signals_stop_group(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL};
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, NULL);
  kill(0, SIGTSTP);
}

void tn_signals_resume(void) {
  struct sigaction action = {.sa_handler = deliver, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, NULL);
}

_Noreturn void tn_signals_die(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
  _exit(128 + number);
}
