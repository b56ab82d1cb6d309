import Foundation
import GRDB

@testable import FeedbackSubmission

/// An outbox on disk with a submitter whose time, luck and server are the test's.
final class SubmitterFixture: Sendable {
  let database: DurableDatabase
  let server: FakeServer
  var clock: VirtualClock { server.clock }
  private let file: TemporaryDatabase

  init(server: FakeServer = FakeServer()) throws {
    self.server = server
    file = try TemporaryDatabase()
    var migrator = DatabaseMigrator()
    Outbox.register(in: &migrator)
    database = try file.open(schema: DatabaseSchema(applicationID: 1, migrator: migrator))
  }

  func submitter(
    policy: SubmissionPolicy = SubmissionPolicy(), owner: LeaseOwner = .current, jitter: Double = 0.5
  ) -> Submitter {
    Submitter(
      database: database, transport: server, policy: policy, clock: clock, owner: owner, random: { jitter })
  }

  func set(_ groups: FeedbackGroup...) throws {
    try database.write { db in
      for group in groups { try Outbox.set(group, now: OutboxFixture.now, in: db) }
    }
  }

  func retract(_ id: UUID) throws {
    try database.write { try Outbox.retract(groupID: id, now: OutboxFixture.now, in: $0) }
  }

  func counts() throws -> OutboxCounts { try database.read(Outbox.counts) }

  func records() throws -> [OutboxRecord] { try database.read { try OutboxRecord.all($0) } }

  /// Claims as a process would that is killed before it can enter the results.
  func claimAndDie() throws -> Claim {
    let dead = LeaseOwner(
      boot: LeaseOwner.current.boot, namespace: LeaseOwner.current.namespace, processID: 1, start: "0")
    let ledger = OutboxLedger(policy: SubmissionPolicy(), owner: dead)
    return try database.write { try ledger.claim(token: UUID(), limit: 100, at: clock.now(), $0) }
  }
}

extension LeaseOwner {
  static let stranger = LeaseOwner(
    boot: LeaseOwner.current.boot, namespace: "elsewhere", processID: 1, start: "1")
}
