import Foundation
import GRDB
import Testing

@testable import FeedbackSubmission

@Suite struct DatabaseSchemaTests {
  let file: TemporaryDatabase

  init() throws {
    file = try TemporaryDatabase()
  }

  @Test func `an older file is brought up to date and keeps its rows`() throws {
    try file.open(schema: .notes(versions: 1)).add("one")
    #expect(try file.open(schema: .notes(versions: 3)).notes() == ["one"])
  }

  @Test func `a newer file is refused and keeps its version`() throws {
    try file.open(schema: .notes(versions: 3)).close()
    let error = StorageError.newerSchema(path: file.path, found: 3, known: 2)
    #expect(throws: error) { try file.open(schema: .notes(versions: 2)) }
    #expect(try file.open(schema: .notes(versions: 3)).notes() == [])
    #expect(error.description.contains("upgrade this program"))
  }

  @Test func `a file that another process upgrades is written no more`() throws {
    let old = try file.open(schema: .notes(versions: 1))
    let new = try file.open(schema: .notes(versions: 2))
    #expect(throws: StorageError.newerSchema(path: file.path, found: 2, known: 1)) { try old.add("late") }
    #expect(try new.notes() == [])
  }

  @Test func `a database of another program is refused and not changed`() throws {
    try DatabaseQueue(path: file.path).write { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
    let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
    #expect(throws: StorageError.foreign(path: file.path)) { try file.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
  }

  @Test func `a file whose making broke off before the first table is made anew`() throws {
    try DatabaseQueue(path: file.path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA journal_mode = WAL")
    }
    #expect(try file.open().notes() == [])
  }
}
