import Foundation
import StrictJSON
import Synchronization

@testable import FeedbackSubmission

/// A feedback server in memory, with faults in order: as a transport, so that nothing needs a network or
/// time.
final class FakeServer: FeedbackTransport {
  enum Fault: Sendable {
    case answer(FeedbackAnswer)
    case status(Int)
    /// Nothing gets through.
    case refuseConnection
    /// The request is carried out, and the answer is lost.
    case loseAnswer
    /// The request is lost on its way.
    case loseRequest
    /// The request is carried out so much later.
    case delay(Duration)
  }

  struct State {
    var stored: [UUID: JSONObject] = [:]
    var requests: [FeedbackOperation] = []
    var faults: [Fault] = []
    var late: [(operation: FeedbackOperation, landing: BootTime)] = []
    /// Ids that are refused.
    var poisoned: Set<UUID> = []
  }

  let state = Mutex(State())
  let clock = VirtualClock()
  /// Asked when no fault is queued.
  private let chance: @Sendable (FeedbackOperation) -> Fault?

  init(faults: [Fault] = [], chance: @escaping @Sendable (FeedbackOperation) -> Fault? = { _ in nil }) {
    self.chance = chance
    state.withLock { $0.faults = faults }
  }

  func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
    let byChance = chance(operation)
    let now = clock.now()
    return state.withLock { state in
      state.land(at: now)
      state.requests.append(operation)
      let fault = state.faults.isEmpty ? byChance : state.faults.removeFirst()
      switch fault {
      case nil: return .answered(state.carryOut(operation))
      case .answer(let answer): return .answered(answer)
      case .status(let status): return .answered(FeedbackAnswer(status: status))
      case .refuseConnection: return .notSent(reason: "connection refused")
      case .loseRequest: return .ambiguous(reason: "reset")
      case .loseAnswer:
        _ = state.carryOut(operation)
        return .ambiguous(reason: "reset")
      case .delay(let delay):
        state.late.append((operation, now + delay))
        return .ambiguous(reason: "timed out")
      }
    }
  }

  /// Lets everything arrive that is still under way.
  func landAll() {
    state.withLock { $0.land(at: BootTime(milliseconds: .max)) }
  }

  var stored: [UUID: JSONObject] { state.withLock(\.stored) }

  var requests: [FeedbackOperation] { state.withLock(\.requests) }

  /// The scores of a group's records, by run.
  func scores(ofGroup group: UUID) -> [UUID: String] {
    let records = stored.values.filter { $0["feedback_group_id"] == .string(group.uuidString.lowercased()) }
    let pairs = records.compactMap { record -> (UUID, String)? in
      guard case .string(let run)? = record["run_id"], let id = UUID(uuidString: run) else { return nil }
      return (id, record["score"]?.text() ?? "none")
    }
    // Two records for one run are a duplicate: shown as such.
    return Dictionary(pairs) { "\($0) and \($1)" }
  }
}

extension FakeServer.State {
  /// What is due by now arrives, in that order.
  fileprivate mutating func land(at now: BootTime) {
    let landing = late.filter { $0.landing <= now }.sorted { $0.landing < $1.landing }
    late.removeAll { $0.landing <= now }
    for (operation, _) in landing { _ = carryOut(operation) }
  }

  fileprivate mutating func carryOut(_ operation: FeedbackOperation) -> FeedbackAnswer {
    switch operation {
    case .create(let id, let body):
      guard !poisoned.contains(id) else { return FeedbackAnswer(status: 422) }
      guard stored[id] == nil else { return FeedbackAnswer(status: 409) }
      stored[id] = Self.object(body)
      return FeedbackAnswer(status: 200, body: body)
    case .update(let id, let body):
      guard var record = stored[id] else { return FeedbackAnswer(status: 404) }
      for member in Self.object(body).members { record[member.key] = member.value }
      stored[id] = record
      return FeedbackAnswer(status: 200, body: JSONValue.object(record).utf8())
    case .delete(let id):
      return FeedbackAnswer(status: stored.removeValue(forKey: id) == nil ? 404 : 200)
    case .read(let id):
      guard let record = stored[id] else { return FeedbackAnswer(status: 404) }
      return FeedbackAnswer(status: 200, body: JSONValue.object(record).utf8())
    }
  }

  private static func object(_ body: [UInt8]) -> JSONObject {
    guard case .object(let object)? = try? JSONParser.parse(body) else { return JSONObject() }
    return object
  }
}
