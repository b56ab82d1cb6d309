import Foundation

/// The exclusive advisory lock round every write and checkpoint of a database, between threads and between processes.
///
/// SQLite's own lock is unfair under load, and SQLite before 3.51.3 can drop committed pages when one connection writes
/// while another checkpoints. The lock is `flock` on a file beside the database, so the kernel gives it back when its
/// holder dies.
///
/// Sendable, because `state`, `waiters` and use of the descriptor are guarded by `condition`.
final class WriterLock: @unchecked Sendable {
  private let condition = NSCondition()
  private let database: String
  private let descriptor: Int32
  private var state = State.free
  private var waiters = 0

  private enum State {
    case free
    /// A thread waits for the kernel to give us the lock.
    case requested
    /// The kernel gave us the lock, and nobody uses it yet.
    case granted
    case held
  }

  /// The lock of `file`. The lock's file is made with the same permissions.
  init(of file: DatabaseFile) throws {
    database = file.path
    descriptor = try Self.open(file.lockPath, mode: file.mode)
  }

  deinit {
    close(descriptor)
  }

  private static func open(_ path: String, mode: mode_t) throws -> Int32 {
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW
    var descriptor = Glibc.open(path, flags | O_CREAT | O_EXCL, mode)
    if descriptor >= 0 {
      // The umask may have taken permissions away that others who write to the database need.
      fchmod(descriptor, mode)
    } else if errno == EEXIST {
      descriptor = Glibc.open(path, flags)
    }
    guard descriptor >= 0 else { throw StorageError(errno: errno, path: path) }
    return descriptor
  }

  /// Runs `body` while no other thread or process is inside such a call for the same file.
  ///
  /// - Throws: `StorageError.locked` if the lock did not come free in `patience` seconds.
  func withLock<Value>(patience: TimeInterval, _ body: () throws -> Value) throws -> Value {
    try acquire(patience: patience)
    defer { release() }
    return try body()
  }

  private func acquire(patience: TimeInterval) throws {
    condition.lock()
    defer { condition.unlock() }
    waiters += 1
    defer { waiters -= 1 }
    let deadline = Date(timeIntervalSinceNow: patience)
    var outOfTime = patience <= 0
    while try !advance(asksKernel: !outOfTime) {
      if outOfTime {
        throw StorageError.locked(path: database, holder: holder(), waitedSeconds: Int(patience))
      }
      outOfTime = !condition.wait(until: deadline)
    }
    stamp()
  }

  /// Takes the lock if it can be had now; else sees to it that the kernel has been asked.
  private func advance(asksKernel: Bool) throws -> Bool {
    switch state {
    case .free:
      guard try lockNow() else {
        if asksKernel { askKernel() }
        return false
      }
      state = .held
      return true
    case .granted:
      state = .held
      return true
    case .requested, .held:
      return false
    }
  }

  private func askKernel() {
    state = .requested
    Thread.detachNewThread { self.waitForKernel() }
  }

  private func lockNow() throws -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      default: throw StorageError(errno: errno, path: database)
      }
    }
    return true
  }

  /// `flock` knows no deadline, so a thread waits in it on behalf of callers who have one. At most one does: whoever
  /// comes after a caller gave up finds the request still standing.
  private func waitForKernel() {
    var code: Int32 = 0
    repeat {
      code = flock(descriptor, LOCK_EX) == 0 ? 0 : errno
    } while code == EINTR
    condition.lock()
    defer { condition.unlock() }
    if code == 0, waiters > 0 {
      state = .granted
    } else {
      if code == 0 { flock(descriptor, LOCK_UN) }
      state = .free
    }
    condition.broadcast()
  }

  private func release() {
    condition.lock()
    defer { condition.unlock() }
    flock(descriptor, LOCK_UN)
    state = .free
    condition.broadcast()
  }

  /// Leaves our process id for whoever waits. It is a courtesy: a failure to write it is no reason not to go on.
  private func stamp() {
    let line = Array("\(getpid())\n".utf8.prefix(Self.stampLength))
    let bytes = line + repeatElement(UInt8(ascii: " "), count: Self.stampLength - line.count)
    _ = pwrite(descriptor, bytes, bytes.count, 0)
  }

  private func holder() -> LockHolder? {
    var bytes = [UInt8](repeating: 0, count: Self.stampLength)
    var status = stat()
    guard pread(descriptor, &bytes, Self.stampLength, 0) > 0, fstat(descriptor, &status) == 0,
      let processID = Int32(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
    else { return nil }
    return LockHolder(processID: processID, heldSeconds: max(0, time(nil) - status.st_mtim.tv_sec))
  }

  private static let stampLength = 16
}
