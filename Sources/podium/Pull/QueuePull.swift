import Foundation
import Identifiers
import LangSmith
import StrictJSON

/// Reads the runs of an annotation queue, or marks its items as done.
struct QueuePull {
  let client: LangSmithClient
  let progress: ReadingProgress

  func run(_ options: QueueOptions, name: String, _ console: Console) async throws {
    let info = try await client.knownServerInfo()
    let generation: APIGeneration =
      info.runGeneration == .second && info.isAtLeast("0.16.14") ? .second : .first
    guard options.markDone.isEmpty else { return try await mark(options.markDone, generation) }
    let queue = try await queue(name)
    if queue.kind == .pairwise {
      progress.note("podium: “\(name)” is a pairwise queue: its runs come one by one, pairs cannot be read")
    }
    let items = try await generation.orOther { generation in
      switch generation {
      case .first: try await itemsWithRuns(of: queue, options)
      case .second: try await itemsAndRuns(of: queue, options)
      }
    }
    progress.finish()
    for item in items { try console.printLine(item.json.text()) }
  }

  private func queue(_ name: String) async throws -> AnnotationQueue {
    if let id = UUID(uuidString: name) { return try await client.annotationQueue(id: id) }
    var query = AnnotationQueueQuery()
    query.name = name
    for try await queue in client.annotationQueues(query) {
      if let found = queue.name, found.utf8.elementsEqual(name.utf8) { return queue }
    }
    throw CommandFailure(.usage, "--queue: LangSmith has no annotation queue “\(name)”")
  }

  private func mark(_ items: [String], _ generation: APIGeneration) async throws {
    let ids = try items.map { text in
      guard let id = UUID(uuidString: text) else {
        throw CommandFailure(.usage, "--mark-done: expected the id of an item, found “\(text)”")
      }
      return id
    }
    for id in ids {
      try await generation.orOther { generation in
        switch generation {
        case .first: try await client.markQueueItem(id, as: .completed)
        case .second: try await client.v2.markQueueItem(id, as: .completed)
        }
      }
    }
  }

  // MARK: Items

  private func itemsWithRuns(of queue: AnnotationQueue, _ options: QueueOptions) async throws -> [QueueLine] {
    var lines: [QueueLine] = []
    let list = client.queueItems(of: queue.id, status: options.status.asked, limit: options.limit)
    for try await item in list {
      lines.append(QueueLine(item: item, run: item.run))
      progress.show("\(lines.count) runs")
    }
    return lines
  }

  private func itemsAndRuns(of queue: AnnotationQueue, _ options: QueueOptions) async throws -> [QueueLine] {
    var items: [QueueItem] = []
    for try await item in client.v2.queueItems(of: queue.id, QueueItemQuery(status: options.status.asked)) {
      if items.count == options.limit { break }
      items.append(item)
    }
    let runs = try await runs(of: items)
    return items.map { item in QueueLine(item: item, run: item.runID.flatMap { runs[$0] }) }
  }

  private func runs(of items: [QueueItem]) async throws -> [UUID: Run] {
    var runs: [UUID: Run] = [:]
    for (session, items) in Dictionary(grouping: items, by: \.sessionID) {
      guard let session else { continue }
      let ids = items.compactMap(\.runID)
      for start in stride(from: 0, to: ids.count, by: 100) {
        var query = RunQueryV2(sessionIDs: [session])
        query.ids = Array(ids[start..<min(start + 100, ids.count)])
        query.minStartTime = RunQueryV2.beginning
        for try await run in client.v2.runs(query) { runs[run.id] = run }
        progress.show("\(runs.count) runs")
      }
    }
    return runs
  }
}

/// A queue item and its run, as they are printed.
struct QueueLine {
  let item: QueueItem
  let run: Run?

  var json: JSONValue {
    var line: JSONObject = ["item_id": .string(item.id.lowercaseString)]
    line["run_id"] = item.runID.map { .string($0.lowercaseString) }
    line["thread_id"] = item.threadID.map(JSONValue.string)
    line["trace_id"] = run?.traceID.map { .string($0.lowercaseString) }
    line["session_id"] = (run?.sessionID ?? item.sessionID).map { .string($0.lowercaseString) }
    line["start_time"] = (run?.startTime ?? item.startTime).map(JSONValue.string)
    line["name"] = run?.name.map(JSONValue.string)
    line["inputs"] = run?.inputs.map(JSONValue.object)
    line["outputs"] = run?.outputs.map(JSONValue.object)
    line["error"] = run?.error.map(JSONValue.string)
    line["added_at"] = item.addedAt.map(JSONValue.string)
    return .object(line)
  }
}
