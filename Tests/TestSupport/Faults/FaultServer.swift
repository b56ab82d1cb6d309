import Foundation
import StrictJSON
import Synchronization

/// A feedback server that misbehaves by a plan, and knows in the end what it was given: how often, and under which ids.
package final class FaultServer: Sendable {
  private final class Shared: Sendable {
    let state: Mutex<FaultServerState>

    init(_ state: FaultServerState) {
      self.state = Mutex(state)
    }
  }

  private let shared: Shared
  private let server: LoopbackServer
  /// To which redirects lead, and nobody should come.
  private let elsewhere: LoopbackServer

  /// - Parameters:
  ///   - takesBatches: Whether `GET /info` says that it takes batches, compressed ones too.
  ///   - overwrites: Whether a second `POST` of an id replaces what is there.
  package init(_ plan: FaultPlan, takesBatches: Bool, overwrites: Bool = false, port: UInt16 = 0) throws {
    elsewhere = try LoopbackServer { _ in .json("{}") }
    let shared = Shared(
      FaultServerState(
        plan, elsewhere: elsewhere.url, takesBatches: takesBatches, overwrites: overwrites))
    self.shared = shared
    server = try LoopbackServer(port: port, keepsRequests: false) { request in
      let call = FeedbackCall(request)
      // The costly part, outside the lock.
      let records = FaultServerState.records(call, request)
      return shared.state.withLock { $0.answer(call, request, records, at: .now) }
    }
  }

  package var url: String { server.url }

  /// What came after all that was late has landed.
  package var store: FaultStore {
    shared.state.withLock { state in
      state.land(at: nil)
      return state.store
    }
  }

  /// Requests but for `GET /info`.
  package var requestCount: Int { shared.state.withLock(\.requestCount) }

  /// How many requests were hit by a fault.
  package var faultCount: Int { shared.state.withLock(\.faultCount) }

  /// Requests in a time in which the server had asked to be left alone.
  package var earlyCount: Int { shared.state.withLock(\.earlyCount) }

  /// Requests that followed a redirect.
  package var strayCount: Int { elsewhere.requests.count }

  /// No more faults of chance from now on.
  package func settle() {
    shared.state.withLock { $0.isSettled = true }
  }

  package func stop() {
    server.stop()
    elsewhere.stop()
  }
}

/// All of it that changes.
struct FaultServerState {
  private(set) var store: FaultStore
  private(set) var requestCount = 0
  private(set) var earlyCount = 0
  var isSettled = false
  private var sequence: FaultSequence
  private var rules: FaultRules
  private let info: LoopbackReply
  private var late: [(landing: ContinuousClock.Instant, call: FeedbackCall, records: Records)] = []
  /// When nothing should come.
  private var quiet: Range<ContinuousClock.Instant>?

  typealias Records = [(object: JSONObject, body: [UInt8])]

  init(_ plan: FaultPlan, elsewhere: String, takesBatches: Bool, overwrites: Bool) {
    store = FaultStore(overwrites: overwrites)
    sequence = FaultSequence(plan, elsewhere: elsewhere)
    rules = FaultRules(plan.kind)
    info =
      takesBatches
      ? .json(#"{"version":"0.18.3","instance_flags":{"zstd_compression_enabled":true}}"#)
      : .json(#"{"detail":"Not Found"}"#, status: 404)
  }

  var faultCount: Int { sequence.count }

  /// The JSON objects of a request, each with its bytes.
  static func records(_ call: FeedbackCall, _ request: LoopbackRequest) -> Records {
    let bodies = call == .batch ? request.parts?.map(\.body) ?? [] : [request.body]
    return bodies.compactMap { body in
      guard case .object(let object)? = try? JSONParser.parse(body) else { return nil }
      return (object, body)
    }
  }

  mutating func answer(
    _ call: FeedbackCall, _ request: LoopbackRequest, _ records: Records, at now: ContinuousClock.Instant
  ) -> LoopbackReply {
    if call == .info { return info }
    land(at: now)
    requestCount += 1
    if quiet?.contains(now) ?? false { earlyCount += 1 }
    if let refusal = rules.refusal(of: call, records.map(\.object), sizes: records.map(\.body.count)) {
      sequence.note()
      return refusal
    }
    guard !isSettled, let fault = sequence.next(call, request) else {
      return carryOut(call, request, records)
    }
    if fault.reply.asksForASecond { quiet = now + .milliseconds(400)..<now + .seconds(1) }
    return apply(fault, call, request, records, at: now)
  }

  private mutating func apply(
    _ fault: Fault, _ call: FeedbackCall, _ request: LoopbackRequest, _ records: Records,
    at now: ContinuousClock.Instant
  ) -> LoopbackReply {
    switch fault.effect {
    case .nothing: break
    case .done: _ = carryOut(call, request, records)
    case .half: _ = carryOut(call, request, Array(records.prefix((records.count + 1) / 2)))
    case .other: for record in records { _ = store.create(record.object, record.body, spoiled: true) }
    case .later(let delay): late.append((now + delay, call, records))
    }
    return fault.reply
  }

  /// What is due by then arrives, in that order; all of it if no time is given.
  mutating func land(at now: ContinuousClock.Instant?) {
    let landing = late.filter { item in now.map { item.landing <= $0 } ?? true }.sorted {
      $0.landing < $1.landing
    }
    guard !landing.isEmpty else { return }
    late.removeAll { item in now.map { item.landing <= $0 } ?? true }
    for (_, call, records) in landing { _ = carryOut(call, nil, records) }
  }

  private mutating func carryOut(
    _ call: FeedbackCall, _ request: LoopbackRequest?, _ records: Records
  ) -> LoopbackReply {
    switch call {
    case .create:
      guard let record = records.first else { return .status(422) }
      guard store.create(record.object, record.body) else { return .status(409) }
      return .answer(status: 200, body: record.body)
    case .batch:
      guard !records.isEmpty else { return .status(422) }
      for record in records { _ = store.create(record.object, record.body) }
      return .json(#"{"message":"ok"}"#, status: 202)
    case .update(let id):
      guard let changes = records.first, let body = store.update(id, changes.object) else {
        return .status(404)
      }
      return .answer(status: 200, body: body)
    case .delete(let id): return store.delete(id) ? .json(#"{"message":"deleted"}"#) : .status(404)
    case .read(let id): return store.body(id).map { .answer(status: 200, body: $0) } ?? .status(404)
    case .list:
      let query = request?.path.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
      return .answer(status: 200, body: store.list(query))
    case .info, .unknown: return .status(405)
    }
  }
}

extension LoopbackReply {
  fileprivate var asksForASecond: Bool {
    if case .answer(_, let headers, _) = self { headers["Retry-After"] == "1" } else { false }
  }
}
