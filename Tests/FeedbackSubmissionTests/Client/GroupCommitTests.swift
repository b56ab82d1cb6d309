import Foundation
import GRDB
import Testing

@testable import FeedbackSubmission

@Suite struct GroupCommitTests {
  private let file: TemporaryDatabase
  private let database: DurableDatabase
  private let commits: GroupCommit

  init() throws {
    file = try TemporaryDatabase()
    database = try file.open(schema: FeedbackOutboxFile.schema())
    commits = GroupCommit(database: database)
  }

  @Test func `One that is refused after it wrote takes back its own, and nothing of the others`() async throws
  {
    try await together(refusedAfter: 1)
  }

  @Test func `One that is refused before it wrote does not disturb the others`() async throws {
    try await together(refusedAfter: 0)
  }

  /// Others are at work as long as the first holds the queue, so that the rest is committed in one transaction.
  private func together(refusedAfter writes: Int) async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 1...20 {
        group.addTask {
          do {
            try await commits.write { db in
              let isRefused = number == 7
              for _ in 0..<(isRefused ? writes : 1) { try Self.insert(number, db) }
              if isRefused { throw FeedbackRecordError.idIsTaken(.run(number)) }
            }
            return true
          } catch is FeedbackRecordError {
            return false
          }
        }
      }
      let results = try await group.reduce(into: []) { $0.append($1) }
      #expect(results.filter(\.self).count == 19)
    }
    #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM feedback_group") } == 19)
  }

  private static func insert(_ number: Int, _ db: Database) throws {
    var insertion = try OutboxInsertion(now: 0, db)
    _ = try insertion.insert(groupID: .run(number), namespace: .run(number))
    try insertion.finish()
  }
}
