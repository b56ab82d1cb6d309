import Foundation

/// A database's file before SQLite touches it: where it really is, what it is, and who may read it.
struct DatabaseFile {
  /// Free of symbolic links, so that everybody who opens the file finds the same lock beside it.
  let path: String
  let mode: mode_t
  /// Device and number: what the path led to when it was opened.
  private let identity: [UInt64]

  /// - Throws: `StorageError`, if there is no such file and `createIfMissing` is false, or if what is there is no
  ///   database that we may write.
  init(path: String, createIfMissing: Bool) throws {
    if createIfMissing { try Self.create(path) }
    self.path = try Self.resolve(path)
    let status = try Self.examine(self.path)
    mode = status.st_mode & 0o666
    identity = Self.identity(of: status)
  }

  /// A file that was removed while it was open takes writes all the same, and keeps them for nobody.
  func requireInPlace() throws {
    var status = stat()
    guard stat(path, &status) == 0, Self.identity(of: status) == identity else {
      throw StorageError.replaced(path: path)
    }
  }

  private static func identity(of status: stat) -> [UInt64] {
    [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  var lockPath: String { path + "-lock" }
  var logPath: String { path + "-wal" }

  /// Makes an empty file that only its owner can read, whatever the umask says. SQLite gives the files beside it the
  /// same permissions.
  private static func create(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, ownerOnly)
    guard descriptor >= 0 else {
      if errno == EEXIST { return }
      if errno == ENOENT { throw StorageError.missing(path: FilePath.folder(of: path)) }
      throw StorageError(errno: errno, path: path)
    }
    defer { close(descriptor) }
    guard fchmod(descriptor, ownerOnly) == 0 else { throw StorageError(errno: errno, path: path) }
  }

  private static func resolve(_ path: String) throws -> String {
    guard let resolved = realpath(path, nil) else { throw StorageError(errno: errno, path: path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func examine(_ path: String) throws -> stat {
    var status = stat()
    guard stat(path, &status) == 0 else { throw StorageError(errno: errno, path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StorageError.notAFile(path: path) }
    guard access(path, R_OK | W_OK) == 0, access(FilePath.folder(of: path), W_OK) == 0 else {
      throw StorageError(errno: errno, path: path)
    }
    if status.st_size > 0, try !beginsAsDatabase(path) { throw StorageError.notADatabase(path: path) }
    return status
  }

  private static func beginsAsDatabase(_ path: String) throws -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StorageError(errno: errno, path: path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: signature.count)
    return read(descriptor, &bytes, bytes.count) == bytes.count && bytes == signature
  }

  private static let ownerOnly: mode_t = 0o600
  private static let signature = Array("SQLite format 3\0".utf8)
}
