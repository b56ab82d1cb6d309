import Foundation
import StrictJSON
import Synchronization

/// A stand-in for LangSmith's feedback endpoints, with faults in order: a second `POST` of an id is a
/// conflict, and what is not there is not found.
package final class LoopbackFeedbackServer: Sendable {
  package enum Fault: Sendable {
    /// Answered so, and nothing is done.
    case reply(LoopbackReply)
    /// Done, and answered so.
    case replyAfterwards(LoopbackReply)

    package static let resetBefore = Fault.reply(.reset)
    package static let resetAfter = Fault.replyAfterwards(.reset)

    package static func status(_ status: Int, _ headers: [String: String] = [:]) -> Fault {
      .reply(.status(status, headers))
    }
  }

  private final class Store: Sendable {
    let state = Mutex(State())
  }

  fileprivate struct State {
    var records: [String: JSONObject] = [:]
    var order: [String] = []
    var faults: [Fault] = []
    /// The answer to `GET /info`.
    var info: String?
    /// Words that no record may have.
    var poison: String?
  }

  private let store: Store
  private let server: LoopbackServer

  /// - Parameters:
  ///   - info: What the server tells of itself; without it, it is asked in vain and takes no batches.
  ///   - poison: A record with these words is refused, and a batch with one as a whole.
  package init(
    port: UInt16 = 0, faults: [Fault] = [], info: String? = nil, poison: String? = nil
  ) throws {
    let store = Store()
    store.state.withLock { state in
      state.faults = faults
      state.info = info
      state.poison = poison
    }
    self.store = store
    server = try LoopbackServer(port: port) { request in
      store.state.withLock { $0.answer(request) }
    }
  }

  package var url: String { server.url }

  package var port: UInt16 { server.port }

  /// What has come in, but for the question what the server is.
  package var requests: [LoopbackRequest] { server.requests.filter { !$0.path.hasSuffix("/info") } }

  package var connectionCount: Int { server.connectionCount }

  /// The stored records in the order in which they came.
  package var records: [JSONObject] {
    store.state.withLock { state in state.order.compactMap { state.records[$0] } }
  }

  /// Changes a stored record behind everybody's back: takes it away, alters it, or puts one there.
  package func tamper(_ id: String, _ change: (inout JSONObject?) -> Void) {
    store.state.withLock { state in
      change(&state.records[id])
      state.order.removeAll { $0 == id && state.records[id] == nil }
      if state.records[id] != nil && !state.order.contains(id) { state.order.append(id) }
    }
  }

  /// From now on, one for each request.
  package func setFaults(_ faults: [Fault]) {
    store.state.withLock { $0.faults = faults }
  }

  package func stop() {
    server.stop()
  }
}

extension LoopbackFeedbackServer.State {
  fileprivate mutating func answer(_ request: LoopbackRequest) -> LoopbackReply {
    if request.path.hasSuffix("/info") {
      return info.map { .json($0) } ?? .json(#"{"detail":"Not Found"}"#, status: 404)
    }
    switch faults.isEmpty ? nil : faults.removeFirst() {
    case nil: return carryOut(request)
    case .reply(let reply): return reply
    case .replyAfterwards(let reply):
      _ = carryOut(request)
      return reply
    }
  }

  private mutating func carryOut(_ request: LoopbackRequest) -> LoopbackReply {
    if request.path.hasSuffix("/runs/multipart") { return takeBatch(request) }
    if request.method == "GET", request.path.contains("/feedback?") { return list(request.path) }
    let parts = request.path.split(separator: "/").drop { $0 != "feedback" }
    let id = parts.count == 2 ? String(parts[parts.endIndex - 1]) : nil
    switch (request.method, id) {
    case ("POST", nil): return create(request.body)
    case ("GET", let id?):
      return records[id].map { .json(Self.text($0)) } ?? .json(#"{"detail":"no feedback"}"#, status: 404)
    case ("PATCH", let id?): return update(id, request.body)
    case ("DELETE", let id?):
      guard records.removeValue(forKey: id) != nil else { return .status(404) }
      order.removeAll { $0 == id }
      return .json(#"{"message":"deleted"}"#)
    default: return .status(405)
    }
  }

  private mutating func create(_ body: [UInt8]) -> LoopbackReply {
    guard let record = Self.object(body), case .string(let id)? = record["id"] else { return .status(422) }
    guard records[id] == nil else { return .status(409) }
    guard !isPoisoned(body) else { return .json(#"{"detail":"poison"}"#, status: 422) }
    records[id] = record
    order.append(id)
    return .json(Self.text(record))
  }

  /// All or nothing; a record that is there already is left as it is.
  private mutating func takeBatch(_ request: LoopbackRequest) -> LoopbackReply {
    guard info != nil else { return .json(#"{"detail":"Not Found"}"#, status: 404) }
    guard let parts = request.parts else { return .json(#"{"error":"no parts"}"#, status: 400) }
    guard !parts.contains(where: { isPoisoned($0.body) }) else {
      return .json(#"{"error":"a part is bad"}"#, status: 422)
    }
    for part in parts {
      guard let record = Self.object(part.body), case .string(let id)? = record["id"],
        part.name == "feedback.\(id)"
      else { return .status(422) }
      if records[id] == nil { order.append(id) }
      records[id] = records[id] ?? record
    }
    return .json(#"{"message":"ok"}"#, status: 202)
  }

  /// The query's names, and the members that they are about.
  private static let filters = [
    ("run", "run_id"), ("session", "session_id"), ("comparative_experiment_id", "comparative_experiment_id"),
  ]

  private func list(_ path: String) -> LoopbackReply {
    let items = URLComponents(string: path)?.queryItems ?? []
    let number = { (name: String) in items.first { $0.name == name }?.value.flatMap { Int($0) } }
    let all = order.compactMap { records[$0] }.filter { record in
      Self.filters.allSatisfy { name, key in
        let wanted = items.filter { $0.name == name }.compactMap(\.value)
        return wanted.isEmpty || record[key]?.string.map(wanted.contains) ?? false
      }
    }
    let page = all.dropFirst(number("offset") ?? 0).prefix(min(number("limit") ?? 100, 100))
    return .json("[" + page.map(Self.text).joined(separator: ",") + "]")
  }

  private func isPoisoned(_ body: [UInt8]) -> Bool {
    poison.map { String(decoding: body, as: UTF8.self).contains($0) } ?? false
  }

  private mutating func update(_ id: String, _ body: [UInt8]) -> LoopbackReply {
    guard var record = records[id], let changes = Self.object(body) else { return .status(404) }
    for change in changes.members { record[change.key] = change.value }
    records[id] = record
    return .json(Self.text(record))
  }

  private static func object(_ body: [UInt8]) -> JSONObject? {
    guard case .object(let object)? = try? JSONParser.parse(body) else { return nil }
    return object
  }

  private static func text(_ record: JSONObject) -> String {
    JSONValue.object(record).text()
  }
}
