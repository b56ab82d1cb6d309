import Foundation
import Identifiers
import StrictJSON

extension LangSmithClient.V2 {
  public func annotationQueues(
    _ query: AnnotationQueueQueryV2 = AnnotationQueueQueryV2()
  ) -> LangSmithList<AnnotationQueue> {
    let call = APICall(path: "api/v1/annotation-queues", query: query.items, subject: "annotation queues")
    return client.list(call, .offset(limit: nil, first: nil))
  }

  /// With its rubric.
  public func annotationQueue(id: UUID) async throws -> AnnotationQueue {
    let name = id.lowercaseString
    return try await client.read(
      APICall(path: "api/v1/annotation-queues/\(name)", subject: "the annotation queue \(name)"))
  }

  /// The items of a queue, without their runs.
  public func queueItems(of queue: UUID, _ query: QueueItemQuery) -> LangSmithList<QueueItem> {
    client.list(
      APICall(path: "\(Self.path(queue))/items", query: query.items, subject: Self.subject(queue)),
      .nextCursor)
  }

  /// How many items of a queue have that status.
  public func queueItemCount(of queue: UUID, status: QueueStatus) async throws -> Int {
    var query = QueryItems(booleans: .lowercase)
    query.add("status", status.nameV2)
    let call = APICall(path: "\(Self.path(queue))/items/count", query: query, subject: Self.subject(queue))
    let answer = try await client.object(call)
    guard let count = answer.integer("count") ?? answer.integer("size") else {
      throw LangSmithError(.unreadable, call.subject, detail: "count: expected a number")
    }
    return count
  }

  /// Adds runs to a queue.
  public func addRuns(_ runs: [RunKey], toQueue queue: UUID) async throws {
    let items = runs.map { run -> JSONValue in
      [
        "item_type": "RUN", "run_id": .string(run.runID.lowercaseString),
        "project_id": .string(run.sessionID.lowercaseString), "start_time": .string(run.startTime),
      ]
    }
    try await client.perform(
      .post(
        "\(Self.path(queue))/items", ["items": .array(items)], subject: "runs for \(Self.subject(queue))"
      ))
  }

  public func removeItems(_ items: [UUID], fromQueue queue: UUID) async throws {
    try await client.perform(
      .post(
        "\(Self.path(queue))/items/delete",
        ["item_ids": .array(items.map { .string($0.lowercaseString) })],
        subject: Self.subject(queue)))
  }

  /// Marks an item as seen or done; `nil` shows it again.
  public func markQueueItem(_ item: UUID, as mark: QueueMark?) async throws {
    let name = item.lowercaseString
    try await client.perform(
      .post(
        "api/v1/platform/annotation-queues/items/\(name)/status",
        ["status": mark.map { .string($0.rawValue) } ?? .null], subject: "the queue item \(name)"))
  }

  private static func path(_ queue: UUID) -> String {
    "api/v1/platform/annotation-queues/\(queue.lowercaseString)"
  }

  private static func subject(_ queue: UUID) -> String {
    "items of the annotation queue \(queue.lowercaseString)"
  }
}
