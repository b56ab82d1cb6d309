import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct DatabaseFileTests {
  let file: TemporaryDatabase

  init() throws {
    file = try TemporaryDatabase()
  }

  @Test(arguments: ["", "-wal", "-shm", "-lock"])
  func `only its owner may read a new database`(suffix: String) throws {
    let database = try file.open()
    try database.add("one")
    #expect(try file.mode(of: suffix) == 0o600)
  }

  @Test(arguments: ["", "-wal", "-shm", "-lock"])
  func `a file that its owner shares stays shared`(suffix: String) throws {
    try Data().write(to: URL(fileURLWithPath: file.path))
    try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: file.path)
    let database = try file.open()
    try database.add("one")
    #expect(try file.mode(of: suffix) == 0o660)
  }

  @Test func `a missing file is not made unless asked for`() throws {
    #expect(throws: StorageError.missing(path: file.path)) { try file.open(createIfMissing: false) }
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test func `a missing folder is named`() throws {
    let path = file.folder + "/none/a.podium"
    #expect(throws: StorageError.missing(path: file.folder + "/none")) {
      try DurableDatabase(path: path, schema: .notes())
    }
  }

  @Test func `a directory is refused`() throws {
    #expect(throws: StorageError.notAFile(path: file.folder)) {
      try DurableDatabase(path: file.folder, schema: .notes())
    }
  }

  @Test(arguments: ["{\"id\": \"a\"}\n", "SQLite", "SQLite format 4\0 and more"])
  func `a file that is no database is refused and not changed`(text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
    #expect(throws: StorageError.notADatabase(path: file.path)) { try file.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == Data(text.utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: file.folder) == ["test.podium"])
  }

  @Test func `a file that only begins as a database is damaged or none`() throws {
    let bytes = Data("SQLite format 3\0".utf8) + Data(repeating: 0x5A, count: 8192)
    try bytes.write(to: URL(fileURLWithPath: file.path))
    #expect(throws: StorageError.notADatabase(path: file.path)) { try file.open() }
  }

  @Test func `a damaged page is reported as damage`() throws {
    let database = try file.open()
    for number in 0..<200 { try database.add(String(repeating: "\(number) ", count: 200)) }
    database.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
    for page in 2..<bytes.count / 4096 {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 64, with: repeatElement(0xFF, count: 64))
    }
    try bytes.write(to: URL(fileURLWithPath: file.path))
    do {
      _ = try file.open().notes()
      Issue.record("the damage was not seen")
    } catch StorageError.damaged(let path, _) {
      #expect(path == file.path)
    }
  }

  @Test func `two names of one file share one lock`() throws {
    let database = try file.open()
    let link = file.folder + "/link.podium"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
    let other = try DurableDatabase(path: link, schema: .notes(), patience: 0)
    try database.write { _ in
      _ = #expect(throws: StorageError.self) { try other.add("two") }
    }
  }
}
