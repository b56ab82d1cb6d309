import Foundation
import GRDB

extension StorageError {
  init(errno code: Int32, path: String) {
    self =
      switch code {
      case ENOENT: .missing(path: path)
      case EISDIR, ENXIO: .notAFile(path: path)
      case EACCES, EPERM, EROFS: .readOnly(path: path)
      case ENOSPC, EDQUOT: .full(path: path)
      default: .refused(path: path, code: code)
      }
  }

  /// The storage's share in a database error; `nil` for errors of statements, such as a violated constraint.
  init?(_ error: DatabaseError, path: String) {
    let detail = error.message ?? "\(error.extendedResultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_IOERR: self = .inputOutput(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path, holder: nil, waitedSeconds: 5)
    default: return nil
    }
  }
}

extension StorageError {
  /// Runs `body`, and throws the storage's share in database errors as what it is.
  static func translating<Value>(path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StorageError(error, path: path) ?? error
    }
  }
}
