import Foundation
import GRDB
import Identifiers
import Logging
import Synchronization

/// Sends feedback so that none is lost: what is created is on the disk before `create` returns, and stays there until
/// the server is known to have it.
///
///     let client = try FeedbackClient(outbox: "feedback.outbox", transport: LangSmithTransport(settings))
///     let receipt = try await client.create(FeedbackRecord(target: .run(.init(runID: run)), key: "helpful", score: 1))
///     try await client.deliver()
///     let state = try await client.state(of: receipt.id)
///
/// Calls may come from any task. Several clients, also of several processes, may use one outbox at the same time.
public final class FeedbackClient: Sendable {
  /// Everything that clients of one program share: tests bring their own.
  struct Surroundings: Sendable {
    var policy = SubmissionPolicy()
    var clock: any SubmissionClock = SystemClock()
    var owner = LeaseOwner.current
    var random: @Sendable () -> Double = { Double.random(in: 0..<1) }
    var logger = Logger.silent
  }

  let database: DurableDatabase
  let transport: any FeedbackTransport
  let surroundings: Surroundings
  let store: GroupCommit
  private let ids = Mutex((sequence: UUIDv7Sequence(), luck: RandomPool()))

  /// Opens the outbox, or makes it, readable by its owner alone.
  ///
  /// - Parameters:
  ///   - path: A file of its own; two more beside it belong to it.
  ///   - transport: The way to the server. Nothing is sent before `deliver` or `run`.
  /// - Throws: `StorageError`.
  public convenience init(outbox path: String, transport: any FeedbackTransport) throws {
    self.init(
      database: try DurableDatabase(path: path, schema: FeedbackOutboxFile.schema()), transport: transport)
  }

  /// Works on an outbox that is part of a larger database.
  package convenience init(database: DurableDatabase, transport: any FeedbackTransport) {
    self.init(database: database, transport: transport, surroundings: Surroundings())
  }

  init(database: DurableDatabase, transport: any FeedbackTransport, surroundings: Surroundings) {
    self.database = database
    self.transport = transport
    self.surroundings = surroundings
    store = GroupCommit(database: database)
  }

  /// Puts the outbox's files in order; nothing can be done with the client afterwards. Nothing is lost without it.
  public func close() {
    database.close()
  }

  var now: Date { surroundings.clock.wallTime() }

  /// A version 7 id: they sort by the time at which they were made.
  func newID() -> UUID {
    let now = now
    return ids.withLock { $0.sequence.next(at: now, using: &$0.luck) }
  }
}
