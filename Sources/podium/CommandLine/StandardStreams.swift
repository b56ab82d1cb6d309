import Foundation

/// The state in which the program wants the descriptors it was started with.
enum StandardStreams {
  static func prepare() {
    occupy()
    // A reader that went away is an error of the write, and not the end of a program that may be in a transaction.
    signal(SIGPIPE, SIG_IGN)
    // So is a limit on the size of files.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// A program may be started with standard streams closed. The next file to be opened, a database for one, would take
  /// their numbers, and messages would be written into it.
  private static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // The wrong way round, so that use of a closed stream stays an error.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
