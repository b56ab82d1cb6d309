/// Why a database file cannot be opened, read or written.
public enum StorageError: Error, Hashable, Sendable {
  /// There is no such file or folder, and the caller did not ask for a new one.
  case missing(path: String)
  /// The file was removed, or another put in its place, while it was open.
  case replaced(path: String)
  /// The path leads to a directory, a device or a socket.
  case notAFile(path: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a SQLite database of another program.
  case foreign(path: String)
  /// The file was written by a newer version of the program.
  case newerSchema(path: String, found: Int, known: Int)
  /// SQLite found the file's structure broken.
  case damaged(path: String, detail: String)
  /// The file, or the folder it lies in, may not be written.
  case readOnly(path: String)
  /// The operating system refused; `code` is its error number.
  case refused(path: String, code: Int32)
  /// Another process kept the writer lock.
  case locked(path: String, holder: LockHolder?, waitedSeconds: Int)
  /// The disk or the quota is full.
  case full(path: String)
  /// The disk did not do what it was asked.
  case inputOutput(path: String, detail: String)
  /// SQLite did not take a setting on which durability or safety rests.
  case setting(name: String, expected: String, found: String)
}

/// Who holds a writer lock.
public struct LockHolder: Hashable, Sendable {
  public let processID: Int32
  /// How long ago it took the lock.
  public let heldSeconds: Int

  package init(processID: Int32, heldSeconds: Int) {
    self.processID = processID
    self.heldSeconds = heldSeconds
  }
}
