import Foundation
import GRDB

/// Which file it is and when it last changed: what tells, without reading it, that nothing is new in it.
struct FileStamp: Equatable {
  private let device: Int64
  private let inode: Int64
  private let size: Int64
  /// Set by the kernel, and not to be set back by anyone.
  private let changedNanoseconds: Int64

  init?(descriptor: Int32) {
    var status = stat()
    // A file without a name is nobody's to name again, and another may get its number.
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink > 0 else {
      return nil
    }
    device = Int64(truncatingIfNeeded: status.st_dev)
    inode = Int64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    changedNanoseconds = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
  }

  /// Whether a change just now would show: clocks of file systems tick slowly.
  func isSettled(at now: Date) -> Bool {
    now.timeIntervalSince1970 - Double(changedNanoseconds) / 1e9 > 2
  }

  func insert(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO imported_file (device, inode, size, changed) VALUES (?, ?, ?, ?)",
      arguments: [device, inode, size, changedNanoseconds])
  }

  func exists(_ db: Database) throws -> Bool {
    let sql = "SELECT 1 FROM imported_file WHERE device = ? AND inode = ? AND size = ? AND changed = ?"
    return try Bool.fetchOne(db, sql: sql, arguments: [device, inode, size, changedNanoseconds]) ?? false
  }
}
