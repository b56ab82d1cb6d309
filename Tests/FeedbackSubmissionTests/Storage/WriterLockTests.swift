import Foundation
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct WriterLockTests {
  let file: TemporaryDatabase
  let lockFile: DatabaseFile

  init() throws {
    file = try TemporaryDatabase()
    lockFile = try DatabaseFile(path: file.path, createIfMissing: true)
  }

  @Test func `a second holder is turned away, and told who holds the lock`() throws {
    let first = try WriterLock(of: lockFile)
    let second = try WriterLock(of: lockFile)
    let holder = LockHolder(processID: getpid(), heldSeconds: 0)
    try first.withLock(patience: 0) {
      let error = StorageError.locked(path: lockFile.path, holder: holder, waitedSeconds: 0)
      #expect(throws: error) { try second.withLock(patience: 0) {} }
    }
    try second.withLock(patience: 0) {}
  }

  @Test func `an error inside gives the lock back`() throws {
    let lock = try WriterLock(of: lockFile)
    #expect(throws: CancellationError.self) {
      try lock.withLock(patience: 0) { throw CancellationError() }
    }
    try lock.withLock(patience: 0) {}
  }

  @Test func `one at a time, between threads with one lock and with their own`() throws {
    let shared = try WriterLock(of: lockFile)
    let own = try WriterLock(of: lockFile)
    let inside = Mutex((now: 0, most: 0, entries: 0))
    DispatchQueue.concurrentPerform(iterations: 6) { number in
      for _ in 0..<50 {
        try? (number.isMultiple(of: 2) ? shared : own).withLock(patience: 10) {
          inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.entries + 1) }
          sched_yield()
          inside.withLock { $0.now -= 1 }
        }
      }
    }
    #expect(inside.withLock { $0.most } == 1)
    #expect(inside.withLock { $0.entries } == 300)
  }

  @Test func `who gives up does not get the lock later`() throws {
    let holder = try WriterLock(of: lockFile)
    let impatient = try WriterLock(of: lockFile)
    try holder.withLock(patience: 0) {
      for _ in 0..<3 {
        #expect(throws: StorageError.self) { try impatient.withLock(patience: 0.01) {} }
      }
    }
    // The kernel may just be giving it to the one that gave up, which hands it back at once.
    try holder.withLock(patience: 10) {}
    try impatient.withLock(patience: 10) {}
  }

  @Test func `the lock of a process that was killed is free`() throws {
    let descriptor = open(lockFile.lockPath, O_RDWR | O_CREAT, 0o600)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let lock = try WriterLock(of: lockFile)
    #expect(throws: StorageError.self) { try lock.withLock(patience: 0) {} }
    close(descriptor)
    try lock.withLock(patience: 10) {}
  }
}
