import Foundation
import GRDB
import TestSupport

@testable import FeedbackSubmission
@testable import LangSmith

/// A file with an outbox, delivered over sockets with pauses short enough for a test.
final class DeliveryWorkspace: Sendable {
  private let folder: TemporaryFolder
  private let database: DurableDatabase
  private let path: String

  private let responseLimit: Int

  private let deadline: Duration

  init(
    responseLimit: Int = CurlConfiguration().responseLimit, deadline: Duration = .seconds(5)
  ) throws {
    self.responseLimit = responseLimit
    self.deadline = deadline
    folder = try TemporaryFolder()
    path = folder.path(of: "test.podium")
    database = try Self.open(path)
  }

  private static func open(_ path: String) throws -> DurableDatabase {
    var migrator = DatabaseMigrator()
    Outbox.register(in: &migrator)
    return try DurableDatabase(path: path, schema: DatabaseSchema(applicationID: 1, migrator: migrator))
  }

  /// Judges comparisons of two runs each.
  ///
  /// - Parameter comment: Goes with the first run of each.
  func judge(_ numbers: ClosedRange<Int>, comment: String? = nil) throws {
    try database.write { db in
      for number in numbers {
        let records = [1.0, 0.0].enumerated().map { index, score in
          let run = Self.id(number * 2 + index, 0xAA)
          var record = FeedbackRecord(
            target: .run(.init(runID: run, traceID: run)), key: "preference")
          record.score = .float(score)
          record.comment = index == 0 ? comment : nil
          return record
        }
        let group = FeedbackGroup(
          id: Self.id(number, 0xEE), namespace: Self.id(number, 0xEE), records: records)
        try Outbox.set(group, now: Date(), in: db)
      }
    }
  }

  /// - Parameter another: Whether it has a connection of its own to the file, as another process would.
  func submitter(_ url: String, another: Bool = false) throws -> Submitter {
    Submitter(
      database: another ? try Self.open(path) : database, transport: try transport(url), policy: Self.policy,
      clock: SystemClock(), owner: another ? Self.stranger : .current, random: { Double.random(in: 0..<1) })
  }

  /// Claims everything, sends the first record of each group, and is gone.
  func sendHalfAndDie(_ url: String) async throws {
    let dead = LeaseOwner(
      boot: LeaseOwner.current.boot, namespace: LeaseOwner.current.namespace, processID: 1, start: "0")
    let ledger = OutboxLedger(policy: Self.policy, owner: dead)
    let claim = try database.write { db in
      try ledger.begin(at: SystemClock().now(), db)
      return try ledger.claim(token: UUID(), limit: 100, at: SystemClock().now(), db)
    }
    let transport = try transport(url)
    for group in claim.groups {
      for record in group.records.prefix(1) { _ = await transport.perform(record.operation) }
    }
  }

  func counts() throws -> OutboxCounts { try database.read(Outbox.counts) }

  func reasons() throws -> [String] {
    try database.read {
      try String.fetchAll($0, sql: "SELECT reason FROM feedback_record_state WHERE reason IS NOT NULL")
    }
  }

  private func transport(_ url: String) throws -> LangSmithTransport {
    var limits = CurlConfiguration()
    limits.deadline = deadline
    limits.responseLimit = responseLimit
    let settings = try LangSmithSettings(endpoint: LangSmithEndpoint(url), credential: .apiKey(Secret("k")))
    return LangSmithTransport(settings, limits)
  }

  private static let policy: SubmissionPolicy = {
    var policy = SubmissionPolicy()
    policy.requestDeadline = .seconds(5)
    policy.lateArrivalGrace = .milliseconds(100)
    policy.firstPause = .milliseconds(5)
    policy.firstOpening = .milliseconds(20)
    policy.longestPause = .milliseconds(50)
    policy.rateLimitPause = .milliseconds(50)
    policy.firstProof = .milliseconds(5)
    return policy
  }()

  private static let stranger = LeaseOwner(
    boot: LeaseOwner.current.boot, namespace: "elsewhere", processID: 1, start: "1")

  /// The first run of a comparison, as the server sees it.
  static func run(of number: Int) -> String { id(number * 2, 0xAA).uuidString.lowercased() }

  private static func id(_ number: Int, _ kind: UInt8) -> UUID {
    let high = UInt8(truncatingIfNeeded: number >> 8)
    let low = UInt8(truncatingIfNeeded: number)
    return UUID(uuid: (kind, 0, 0, 1, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, high, low))
  }
}
