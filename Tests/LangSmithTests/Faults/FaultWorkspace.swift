import Foundation
import GRDB
import TestSupport

@testable import FeedbackSubmission
@testable import LangSmith

/// An outbox that is delivered over sockets, with pauses short enough for a test.
final class FaultWorkspace: Sendable {
  let folder: TemporaryFolder
  private let database: DurableDatabase
  private let policy: SubmissionPolicy
  private var path: String { folder.path(of: "w.podium") }

  /// What must be found nowhere.
  static let key = "lsv2_pt_3f9c1b7a5d_never_to_be_seen"

  init(isLong: Bool) throws {
    // In memory where that is possible: a flush of the disk takes longer than all the rest.
    let memory = "/dev/shm"
    folder = try TemporaryFolder(
      in: FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory())
    policy = Self.policy(isLong: isLong)
    database = try Self.open(folder.path(of: "w.podium"))
  }

  private static func open(_ path: String) throws -> DurableDatabase {
    try DurableDatabase(path: path, schema: FeedbackOutboxFile.schema())
  }

  func set(_ groups: [FeedbackGroup]) throws {
    try database.write { db in
      for group in groups { try Outbox.set(group, now: Date(), in: db) }
    }
  }

  /// - Parameter stranger: Whether it works as another process would.
  func submitter(_ transport: any FeedbackTransport, stranger: Bool = false) throws -> Submitter {
    Submitter(
      database: stranger ? try Self.open(path) : database, transport: transport, policy: policy,
      clock: JumpingClock(), owner: stranger ? Self.stranger : .current,
      random: { Double.random(in: 0..<1) })
  }

  func transport(_ url: String) throws -> LangSmithTransport {
    var limits = CurlConfiguration()
    limits.deadline = policy.requestDeadline
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(url), credential: .apiKey(Secret(Self.key)))
    return LangSmithTransport(settings, limits)
  }

  func counts() throws -> OutboxCounts { try database.read(Outbox.counts) }

  /// What a person does once a server is mended that refused everything.
  func retryRefused() throws {
    try database.write { _ = try Outbox.retryDead(now: Date(), in: $0) }
  }

  /// Which files have the words in them.
  func files(with words: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      try Data(folder.contents(of: name)).range(of: Data(words.utf8)) != nil
    }
  }

  static func policy(isLong: Bool) -> SubmissionPolicy {
    var policy = SubmissionPolicy()
    policy.requestDeadline = isLong ? .seconds(2) : .milliseconds(500)
    policy.lateArrivalGrace = isLong ? .seconds(1) : .milliseconds(500)
    policy.firstPause = .milliseconds(5)
    policy.longestPause = .milliseconds(100)
    policy.firstOpening = .milliseconds(20)
    policy.rateLimitPause = .milliseconds(50)
    policy.firstProof = .milliseconds(5)
    policy.longestRetryAfter = .seconds(1)
    return policy
  }

  private static let stranger = LeaseOwner(
    boot: LeaseOwner.current.boot, namespace: "elsewhere", processID: 1, start: "1")
}

/// The machine's clock, with a time on the wall that is often far off.
private struct JumpingClock: SubmissionClock {
  private let clock = SystemClock()

  private static let jumps: [TimeInterval] = [0, 0, 0, -86_400, 10 * 366 * 86_400]

  func now() -> BootTime { clock.now() }

  func wallTime() -> Date { clock.wallTime() + (Self.jumps.randomElement() ?? 0) }

  func sleep(until time: BootTime) async throws { try await clock.sleep(until: time) }
}
