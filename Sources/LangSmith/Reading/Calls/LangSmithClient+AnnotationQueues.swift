import Foundation
import Identifiers
import StrictJSON

extension LangSmithClient {
  public func annotationQueues(
    _ query: AnnotationQueueQuery = AnnotationQueueQuery()
  ) -> LangSmithList<AnnotationQueue> {
    list(
      APICall(path: "annotation-queues", query: query.items, subject: "annotation queues"), limit: query.limit
    )
  }

  /// With its rubric.
  public func annotationQueue(id: UUID) async throws -> AnnotationQueue {
    try await read(APICall(path: Self.path(id), subject: Self.subject(id)))
  }

  /// The items of a queue with their runs.
  public func queueItems(
    of queue: UUID, status: QueueStatus? = nil, limit: Int? = nil
  ) -> LangSmithList<QueueItem> {
    var query = QueryItems()
    query.add("status", status?.nameV1)
    let call = APICall(
      path: "\(Self.path(queue))/runs", query: query, subject: "runs of \(Self.subject(queue))")
    return list(call, limit: limit)
  }

  /// The item at a place, counted from 0, with its run. Past the end it is not found.
  public func queueItem(of queue: UUID, at index: Int) async throws -> QueueItem {
    try await read(
      APICall(
        path: "\(Self.path(queue))/run/\(index)", subject: "item \(index) of \(Self.subject(queue))"))
  }

  /// Adds runs to a queue.
  public func addRuns(_ runs: [RunKey], toQueue queue: UUID) async throws {
    try await perform(
      .post(
        "\(Self.path(queue))/runs/by-key", .array(runs.map(\.json)),
        subject: "runs for \(Self.subject(queue))"))
  }

  /// Adds runs to a queue of a server that needs no more than their ids.
  public func addRuns(_ ids: [UUID], toQueue queue: UUID) async throws {
    try await perform(
      .post(
        "\(Self.path(queue))/runs", .array(ids.map { .string($0.lowercaseString) }),
        subject: "runs for \(Self.subject(queue))"))
  }

  /// - Parameter item: What the server calls the run's place in the queue.
  public func removeItem(_ item: UUID, fromQueue queue: UUID) async throws {
    try await perform(
      APICall(
        method: .delete, path: "\(Self.path(queue))/runs/\(item.lowercaseString)",
        subject: "an item of \(Self.subject(queue))"))
  }

  /// Marks an item as seen or done; `nil` shows it again.
  public func markQueueItem(_ item: UUID, as mark: QueueMark?) async throws {
    try await perform(
      .post(
        "annotation-queues/status/\(item.lowercaseString)",
        ["status": mark.map { .string($0.rawValue) } ?? .null],
        subject: "the queue item \(item.lowercaseString)"))
  }

  private static func path(_ queue: UUID) -> String { "annotation-queues/\(queue.lowercaseString)" }

  private static func subject(_ queue: UUID) -> String { "the annotation queue \(queue.lowercaseString)" }
}

/// How servers without an index by run id find a run.
public struct RunKey: Sendable, Equatable {
  public var runID: UUID
  public var sessionID: UUID
  /// Of the run, as it was read.
  public var startTime: String

  public init(runID: UUID, sessionID: UUID, startTime: String) {
    self.runID = runID
    self.sessionID = sessionID
    self.startTime = startTime
  }

  var json: JSONValue {
    [
      "run_id": .string(runID.lowercaseString), "session_id": .string(sessionID.lowercaseString),
      "start_time": .string(startTime),
    ]
  }
}
