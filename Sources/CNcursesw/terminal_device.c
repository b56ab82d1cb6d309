#define _GNU_SOURCE 1
#include "terminal_device.h"
#include "visible_bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static struct {
  int descriptor;
  bool saved;
  struct termios found;
} device;

bool tn_device_save(int descriptor) {
  device.descriptor = descriptor;
  device.saved = tcgetattr(descriptor, &device.found) == 0;
  return device.saved;
}

bool tn_device_make_raw(void) {
  struct termios raw;
  // On top of what curses set for its output, not of what was found.
  if (!device.saved || tcgetattr(device.descriptor, &raw) != 0) return false;
  raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT);
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | ISIG | IEXTEN);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  return tcsetattr(device.descriptor, TCSADRAIN, &raw) == 0;
}

void tn_device_restore(void) {
  if (device.saved) tcsetattr(device.descriptor, TCSADRAIN, &device.found);
}

bool tn_device_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}

bool tn_pipe_open(int ends[2]) { return pipe2(ends, O_NONBLOCK | O_CLOEXEC) == 0; }

int tn_unnamed_file_open(void) { return memfd_create("podium", MFD_CLOEXEC); }

bool tn_device_write(int descriptor, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    next += written;
    count -= (size_t)written;
  }
  return true;
}

static struct {
  atomic_bool armed;
  bool at_exit;
  int output;
  int captured_error;
  int original_error;
  size_t count;
  char bytes[1024];
} rescue;

bool tn_rescue_arm(int output, const void *bytes, size_t count, int captured_error, int original_error) {
  if (count > sizeof rescue.bytes) return false;
  if (!rescue.at_exit) rescue.at_exit = atexit(tn_rescue_perform) == 0;
  rescue.output = output;
  rescue.captured_error = captured_error;
  rescue.original_error = original_error;
  rescue.count = count;
  memcpy(rescue.bytes, bytes, count);
  atomic_store(&rescue.armed, true);
  return true;
}

void tn_rescue_disarm(void) { atomic_store(&rescue.armed, false); }

static void replay_captured_error(void) {
  if (rescue.captured_error < 0) return;
  unsigned char chunk[256];
  char shown[sizeof chunk * TN_WIDEST_SPELLING];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(rescue.captured_error, chunk, sizeof chunk, offset)) > 0) {
    size_t taken;
    size_t length = tn_spell_bytes(chunk, (size_t)count, shown, &taken);
    tn_device_write(rescue.original_error, shown, length);
    offset += (off_t)taken;
  }
  dup2(rescue.original_error, STDERR_FILENO);
}

// A crash report that asks questions would wait for an answer that a script never gives.
static void close_conversation(void) {
  struct termios ignored;
  if (tcgetattr(STDIN_FILENO, &ignored) != 0) return;
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing < 0) return;
  dup2(nothing, STDIN_FILENO);
  close(nothing);
}

void tn_rescue_perform(void) {
  if (!atomic_exchange(&rescue.armed, false)) return;
  int error = errno;
  tn_device_write(rescue.output, rescue.bytes, rescue.count);
  if (device.saved) tcsetattr(device.descriptor, TCSANOW, &device.found);
  replay_captured_error();
  close_conversation();
  errno = error;
}
