import Foundation
import PreferenceStore

/// A file of comparisons that somebody named.
enum InputFile {
  /// `-` is standard input.
  ///
  /// - Throws: `CommandFailure` if it cannot be read or is something else.
  static func open(_ path: String) throws -> ImportSource {
    if path == "-" { return ImportSource(file: .standardInput, name: "standard input") }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(.usage, "\(path): \(String(cString: strerror(errno)))")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw CommandFailure(.usage, "\(path): expected a file of comparisons, found a directory")
    }
    if beginsAsDatabase(descriptor) {
      throw CommandFailure(.usage, "\(path): expected a file of comparisons, found a database")
    }
    return ImportSource(file: file, name: path)
  }

  static func beginsAsDatabase(_ path: String) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return beginsAsDatabase(descriptor)
  }

  private static func beginsAsDatabase(_ descriptor: Int32) -> Bool {
    let signature = Array("SQLite format 3\0".utf8)
    var bytes = [UInt8](repeating: 0, count: signature.count)
    return pread(descriptor, &bytes, bytes.count, 0) == bytes.count && bytes == signature
  }
}
