import Foundation
import PreferenceStore

/// A file that somebody named to be read. What is no regular file is copied into one first: it can be read once only, and while
/// a workspace is written nobody is to wait for whoever writes it.
struct InputFile {
  let handle: FileHandle
  /// What messages call it.
  let name: String

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - content: What is expected in it, such as `a file of comparisons`.
  /// - Throws: `CommandFailure` if it cannot be read or is something else.
  init(_ path: String, of content: String) throws {
    name = path == "-" ? "standard input" : path
    let file = try path == "-" ? FileHandle.standardInput : Self.open(path)
    switch try Self.type(of: file, name) {
    case S_IFDIR: throw CommandFailure(.usage, "\(name): expected \(content), found a directory")
    case S_IFREG: handle = file
    default: handle = try UnnamedFile.copy(of: file)
    }
  }

  /// To import from.
  static func comparisons(_ path: String) throws -> ImportSource {
    let input = try InputFile(path, of: "a file of comparisons")
    if beginsAsDatabase(input.handle.fileDescriptor) {
      throw CommandFailure(.usage, "\(input.name): expected a file of comparisons, found a database")
    }
    return ImportSource(file: input.handle, name: input.name)
  }

  private static func open(_ path: String) throws -> FileHandle {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(.usage, "\(path): \(String(cString: strerror(errno)))")
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private static func type(of file: FileHandle, _ name: String) throws -> mode_t {
    var status = stat()
    guard fstat(file.fileDescriptor, &status) == 0 else {
      throw CommandFailure(.usage, "\(name): \(String(cString: strerror(errno)))")
    }
    return status.st_mode & S_IFMT
  }
}

extension InputFile {
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
