import Foundation
import GRDB
import Testing

@testable import FeedbackSubmission

@Suite struct DurableDatabaseTests {
  let file: TemporaryDatabase

  init() throws {
    file = try TemporaryDatabase()
  }

  @Test(arguments: [
    ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0), ("cell_size_check", 1), ("mmap_size", 0),
    ("wal_autocheckpoint", 0), ("busy_timeout", 5000),
  ])
  func `a connection is set for durability`(pragma: String, expected: Int) throws {
    let database = try file.open()
    try database.add("one")
    try database.checkpoint()
    #expect(try database.read { try Int.fetchOne($0, sql: "PRAGMA \(pragma)") } == expected)
  }

  @Test func `a setting that SQLite did not take stops the opening`() throws {
    let queue = try DatabaseQueue(path: file.path, configuration: ConnectionSettings.configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      let error = StorageError.setting(name: "synchronous", expected: "2", found: "1")
      #expect(throws: error) { try ConnectionSettings.verify(in: db) }
    }
  }

  @Test func `what a write leaves behind is there after reopening`() throws {
    try file.open().add("one")
    #expect(try file.open().notes() == ["one"])
  }

  @Test func `a write that throws leaves nothing behind`() throws {
    let database = try file.open()
    #expect(throws: CancellationError.self) {
      try database.write { db in
        try db.execute(sql: "INSERT INTO note (text) VALUES ('half')")
        throw CancellationError()
      }
    }
    #expect(try database.notes() == [])
  }

  @Test func `a long log is put away, and a short one is not`() throws {
    let database = try file.open()
    try database.checkpoint()
    try database.add("short")
    #expect(try file.logSize() > 0)
    try database.add(String(repeating: "x", count: 4001 * 4096))
    #expect(try file.logSize() == 0)
  }

  @Test func `closing puts the log away`() throws {
    let database = try file.open()
    try database.add("one")
    database.close()
    #expect(!FileManager.default.fileExists(atPath: file.path + "-wal"))
  }

  @Test func `closing while another writes leaves the log to that one`() throws {
    let lock = try WriterLock(of: DatabaseFile(path: file.path, createIfMissing: true))
    let database = try file.open()
    try database.add("one")
    try lock.withLock(patience: 0) { database.close() }
    #expect(try file.logSize() > 0)
    #expect(try file.open().notes() == ["one"])
  }

  @Test func `a file opens and reads while another writes`() throws {
    let writer = try file.open()
    try writer.add("one")
    let notes = try writer.write { _ in try file.open(patience: 0).notes() }
    #expect(notes == ["one"])
  }

  @Test func `commits of another connection change the data version, own ones do not`() throws {
    let mine = try file.open()
    let other = try file.open()
    let before = try mine.dataVersion()
    try mine.add("mine")
    #expect(try mine.dataVersion() == before)
    try other.add("theirs")
    #expect(try mine.dataVersion() != before)
  }

  @Test func `writers in turn lose nothing`() async throws {
    let databases = try (0..<4).map { _ in try file.open() }
    try await withThrowingTaskGroup { group in
      for (number, database) in databases.enumerated() {
        group.addTask { for note in 0..<25 { try database.add("\(number) \(note)") } }
      }
      try await group.waitForAll()
    }
    #expect(try Set(file.open().notes()).count == 100)
  }

  @Test func `a file that was removed takes no writes`() throws {
    let database = try file.open()
    try database.add("one")
    try FileManager.default.removeItem(atPath: file.path)
    #expect(throws: StorageError.replaced(path: database.path)) { try database.add("two") }
  }
}
