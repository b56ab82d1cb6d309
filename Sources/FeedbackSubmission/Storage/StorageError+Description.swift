import Foundation

extension StorageError: CustomStringConvertible {
  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .replaced(let path):
      "\(path): the file was removed or replaced while it was open: nothing was written. Put it back, or start again"
    case .missing(let path):
      "\(path): no such file or folder"
    case .notAFile(let path):
      "\(path): expected a file, found a directory or a device"
    case .notADatabase(let path):
      "\(path): not a database: the file does not begin as SQLite files do; nothing was changed"
    case .foreign(let path):
      "\(path): a SQLite database, but of another program; nothing was changed"
    case .newerSchema(let path, let found, let known):
      "\(path): written by a newer version (schema \(found), this program knows \(known)): upgrade this program"
    case .damaged(let path, let detail):
      """
      \(path): the database is damaged (\(detail)). Copy it together with its -wal and -shm files to a safe \
      place before anything else, then go back to the newest copy that opens
      """
    case .readOnly(let path):
      "\(path): may not be read and written: give yourself permission for the file and its folder, or copy it elsewhere"
    case .refused(let path, let code):
      "\(path): \(String(cString: strerror(code)))"
    case .locked(let path, let holder, let waitedSeconds):
      "\(path): \(Self.sentence(on: holder)); gave up after \(waitedSeconds) s, nothing was written: try again"
    case .full(let path):
      "\(path): the disk is full: nothing was written. Free some space and try again"
    case .inputOutput(let path, let detail):
      "\(path): the disk failed (\(detail)): nothing was acknowledged. Check the disk before going on"
    case .setting(let name, let expected, let found):
      "SQLite did not take \(name) = \(expected) (it reads \(found)): this build of SQLite cannot be used"
    }
  }

  private static func sentence(on holder: LockHolder?) -> String {
    guard let holder else { return "another process is writing" }
    return "process \(holder.processID) has been writing for \(holder.heldSeconds) s"
  }
}
