import Foundation
import StrictJSON
import Synchronization
import TestSupport

/// A stand-in for LangSmith's reads: a dataset, experiments on it, an annotation queue. Two runs on a page.
final class ExperimentServer: Sendable {
  enum Generation: Sendable, CaseIterable {
    case first
    case second
  }

  private let state: Mutex<State>
  private let server = Mutex<LoopbackServer?>(nil)

  struct State {
    var work = RemoteWork()
    var generation = Generation.first
    /// Answered instead, in order; `nil` lets one request through.
    var faults: [LoopbackReply?] = []
    /// How the next creation of a comparative experiment is refused.
    var creationFault: LoopbackReply?
    /// How the next one is answered after it was carried out.
    var creationReply: LoopbackReply?
    var comparatives: [String: JSONObject] = [:]
    var marked: [String] = []
  }

  init(_ generation: Generation = .first, work: RemoteWork = RemoteWork(), faults: [LoopbackReply?] = [])
    throws
  {
    state = Mutex(State(work: work, generation: generation, faults: faults))
    let server = try LoopbackServer { [weak self] request in
      self?.state.withLock { $0.answer(request) } ?? .status(503)
    }
    self.server.withLock { $0 = server }
  }

  var url: String { server.withLock { $0?.url ?? "" } }

  var requests: [LoopbackRequest] { server.withLock { $0?.requests ?? [] } }

  var comparatives: [String: JSONObject] { state.withLock(\.comparatives) }

  var marked: [String] { state.withLock(\.marked) }

  func change(_ body: (inout sending State) -> Void) { state.withLock { body(&$0) } }

  func stop() { server.withLock { $0?.stop() } }
}

extension ExperimentServer.State {
  fileprivate mutating func answer(_ request: LoopbackRequest) -> LoopbackReply {
    if !faults.isEmpty, let fault = faults.removeFirst() { return fault }
    let parts = URLComponents(string: request.path)
    let query = parts?.queryItems ?? []
    let body = (try? JSONParser.parse(request.body))?.object ?? JSONObject()
    let path = (parts?.path ?? "").split(separator: "/").map(String.init)
    switch generation {
    case .first: return first(request.method, path, query, body) ?? common(request.method, path, query, body)
    case .second:
      return second(request.method, path, query, body) ?? common(request.method, path, query, body)
    }
  }

  private mutating func common(
    _ method: String, _ path: [String], _ query: [URLQueryItem], _ body: JSONObject
  ) -> LoopbackReply {
    switch (method, path.first, path.dropFirst().first) {
    case ("GET", "info", nil):
      return .json(
        generation == .first
          ? #"{"version":"0.15.1","instance_flags":{}}"#
          : #"{"version":"0.18.3","instance_flags":{"ch_query_enabled":false,"sdb_query_enabled":true}}"#)
    case ("GET", "datasets", nil): return .list(named(work.datasets, query))
    case ("GET", "datasets", let id?): return .one(work.datasets.first { $0["id"]?.string == id })
    case ("GET", "examples", nil):
      let ids = Set(query.filter { $0.name == "id" }.compactMap(\.value))
      return .list(work.examples.filter { ids.contains($0["id"]?.string ?? "") })
    case ("POST", "datasets", "comparative"): return create(body)
    case ("GET", "annotation-queues", nil): return .list(named(work.queues, query))
    default: return .json(#"{"detail":"Not Found"}"#, status: 404)
    }
  }

  private mutating func first(
    _ method: String, _ path: [String], _ query: [URLQueryItem], _ body: JSONObject
  ) -> LoopbackReply? {
    switch (method, path.first) {
    case ("GET", "sessions") where path.count == 1: return .list(named(work.sessions, query))
    case ("GET", "sessions"): return .one(work.sessions.first { $0["id"]?.string == path[1] })
    case ("POST", "runs"):
      let (page, next) = page(work.runs(of: body["session"]), body)
      return .json(JSONValue.object(["runs": page, "cursors": ["next": next]]).text())
    case ("GET", "annotation-queues") where path.last == "runs":
      return .list(query.contains { $0.name == "offset" && $0.value == "0" } ? work.queueItems : [])
    case ("POST", "annotation-queues") where path[1] == "status": return mark(path[2], body)
    default: return nil
    }
  }

  private mutating func second(
    _ method: String, _ path: [String], _ query: [URLQueryItem], _ body: JSONObject
  ) -> LoopbackReply? {
    switch (method, path.prefix(3).joined(separator: "/")) {
    case ("GET", "api/v2/sessions") where path.count == 3:
      return .json(JSONValue.object(["items": .objects(named(work.sessions, query))]).text())
    case ("GET", "api/v2/sessions"): return .one(work.sessions.first { $0["id"]?.string == path[3] })
    case ("POST", "api/v2/runs"):
      guard body["selects"] != nil, body["min_start_time"] != nil else { return .status(422) }
      let ids = body["ids"]?.array
      let runs = work.runs(of: body["project_ids"]).filter { ids?.contains($0["id"] ?? .null) ?? true }
      let (page, next) = page(runs.map(RemoteWork.secondGeneration), body)
      return .json(JSONValue.object(["items": page, "next_cursor": next]).text())
    case ("GET", "api/v1/platform") where path.last == "items":
      let items = work.queueItems.map(RemoteWork.itemOfSecondGeneration)
      return .json(JSONValue.object(["items": .objects(items), "next_cursor": nil]).text())
    case ("POST", "api/v1/platform") where path.last == "status": return mark(path[5], body)
    default: return nil
    }
  }

  private func named(_ objects: [JSONObject], _ query: [URLQueryItem]) -> [JSONObject] {
    guard let name = query.first(where: { $0.name == "name" })?.value else { return objects }
    return objects.filter { $0["name"]?.string == name }
  }

  private func page(_ runs: [JSONObject], _ body: JSONObject) -> (page: JSONValue, next: JSONValue) {
    let start = body["cursor"]?.string.flatMap { Int($0.dropFirst("after ".count)) } ?? 0
    let end = min(start + 2, runs.count)
    return (.objects(Array(runs[start..<end])), end < runs.count ? .string("after \(end)") : .null)
  }

  private mutating func create(_ body: JSONObject) -> LoopbackReply {
    if let fault = creationFault {
      creationFault = nil
      return fault
    }
    guard let id = body["id"]?.string, comparatives[id] == nil else { return .status(409) }
    comparatives[id] = body
    defer { creationReply = nil }
    return creationReply ?? .json(JSONValue.object(body).text())
  }

  private mutating func mark(_ item: String, _ body: JSONObject) -> LoopbackReply {
    marked.append("\(item) \(body["status"]?.string ?? "null")")
    return .json("{}")
  }
}

extension LoopbackReply {
  fileprivate static func list(_ objects: [JSONObject]) -> LoopbackReply {
    .json(JSONValue.objects(objects).text())
  }

  fileprivate static func one(_ object: JSONObject?) -> LoopbackReply {
    object.map { .json(JSONValue.object($0).text()) } ?? .json(#"{"detail":"Not Found"}"#, status: 404)
  }
}

extension JSONValue {
  fileprivate static func objects(_ objects: [JSONObject]) -> JSONValue {
    .array(objects.map(JSONValue.object))
  }
}
