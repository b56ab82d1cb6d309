import Foundation

/// A file that only its descriptor leads to, readable by nobody else, which goes with the program.
enum UnnamedFile {
  /// - Throws: `CommandFailure` if there is no place for it.
  static func make() throws -> FileHandle {
    var path = Array((NSTemporaryDirectory() + "/podium-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else {
      throw CommandFailure(.usage, "\(NSTemporaryDirectory()): \(String(cString: strerror(errno)))")
    }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// With that in it, to be read from the start.
  static func holding(_ text: String) throws -> FileHandle {
    let file = try make()
    try file.write(contentsOf: Data(text.utf8))
    try file.seek(toOffset: 0)
    return file
  }

  /// With all that comes, to be read from the start. Waits until the other side has ended.
  static func copy(of input: FileHandle) throws -> FileHandle {
    let file = try make()
    while let block = try input.read(upToCount: 1 << 20), !block.isEmpty { try file.write(contentsOf: block) }
    try file.seek(toOffset: 0)
    return file
  }
}
