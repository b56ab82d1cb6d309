import FeedbackSubmission
import Foundation

/// A file that is there whole or not at all: written under another name beside its place, put on the disk, then renamed.
final class OutputFile {
  private let path: String
  private let temporaryPath: String
  private let replacesExisting: Bool
  private var descriptor: Int32

  /// - Throws: `CommandFailure` if there is such a file and it may not be replaced, or none can be made there.
  init(path: String, replacesExisting: Bool) throws {
    self.path = path
    self.replacesExisting = replacesExisting
    temporaryPath = FilePath.folder(of: path) + "/.podium-\(UUID().uuidString).tmp"
    try Self.requireReplaceable(path, replacesExisting)
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(errno) }
  }

  /// Removes what was written, unless it was committed.
  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  func write(_ bytes: [UInt8]) throws {
    let code = FileWriting.write(bytes, to: descriptor)
    guard code == 0 else { throw failure(code) }
  }

  /// Makes what was written the file.
  func commit() throws {
    guard fsync(descriptor) == 0 else { throw failure(errno) }
    try takePlace()
    close(descriptor)
    descriptor = -1
    Self.flushFolder(of: path)
  }

  private func takePlace() throws {
    if replacesExisting {
      guard rename(temporaryPath, path) == 0 else { throw failure(errno) }
      return
    }
    // Unlike renaming, linking does not replace a file that came into being meanwhile.
    if link(temporaryPath, path) == 0 {
      unlink(temporaryPath)
      return
    }
    switch errno {
    case EEXIST: throw Self.exists(path)
    // On sticks and some network drives there are no links: a look before must do.
    case EPERM, EOPNOTSUPP, ENOSYS, EMLINK:
      guard access(path, F_OK) != 0 else { throw Self.exists(path) }
      guard rename(temporaryPath, path) == 0 else { throw failure(errno) }
    case let code: throw failure(code)
    }
  }

  /// Judgments are never replaced by what was made of them, and a device or a pipe by nothing.
  private static func requireReplaceable(_ path: String, _ replacesExisting: Bool) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure(.usage, "\(path): is no file: without -o the output goes to standard output")
    }
    if InputFile.beginsAsDatabase(path) {
      throw CommandFailure(.usage, "\(path): is a workspace, which is not replaced: choose another name")
    }
    if !replacesExisting { throw exists(path) }
  }

  private func failure(_ code: Int32) -> CommandFailure {
    CommandFailure(.usage, "\(path): \(String(cString: strerror(code)))")
  }

  private static func exists(_ path: String) -> CommandFailure {
    CommandFailure(.usage, "\(path): exists already: choose another name, or replace it with --force")
  }

  private static func flushFolder(of path: String) {
    let descriptor = open(FilePath.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
