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
    /// How many records each batch had.
    var batches: [Int] = []
    var lists: [(query: FeedbackQuery, limit: Int, offset: Int)] = []
  }

  let state = Mutex(State())
  let clock = VirtualClock()
  /// Asked when no fault is queued.
  private let chance: @Sendable (FeedbackOperation) -> Fault?
  /// How many records travel together; 1 for a server without batches.
  private let batchLimit: Int
  /// How long a batch lies before it is stored.
  private let ingestion: Duration

  init(
    faults: [Fault] = [], batchLimit: Int = 1, ingestion: Duration = .zero,
    chance: @escaping @Sendable (FeedbackOperation) -> Fault? = { _ in nil }
  ) {
    self.chance = chance
    self.batchLimit = batchLimit
    self.ingestion = ingestion
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

  func batching() async -> FeedbackBatching {
    guard batchLimit > 1 else { return .none }
    return FeedbackBatching(creationLimit: batchLimit, byteLimit: 1 << 20, readLimit: 100) { operation in
      switch operation {
      case .create(_, let body): body.count
      case .read(_, let run): run.map { _ in 0 }
      case .update, .delete: nil
      }
    }
  }

  /// A batch with a record that is refused is refused whole; of an accepted one, nobody knows yet what is stored.
  func perform(together operations: [FeedbackOperation]) async -> FeedbackBatchOutcome {
    let byChance = chance(operations[0])
    let now = clock.now()
    return state.withLock { state in
      state.land(at: now)
      state.requests += operations
      state.batches.append(operations.count)
      if case .read = operations[0] {
        return .each(operations.map { .answered(state.carryOut($0)) })
      }
      switch state.faults.isEmpty ? byChance : state.faults.removeFirst() {
      case nil: return .whole(.answered(state.take(operations, storing: now + ingestion)))
      case .answer(let answer): return .whole(.answered(answer))
      case .status(404): return .unsupported
      case .status(let status): return .whole(.answered(FeedbackAnswer(status: status)))
      case .refuseConnection: return .whole(.notSent(reason: "connection refused"))
      case .loseRequest: return .whole(.ambiguous(reason: "reset"))
      case .loseAnswer:
        _ = state.take(operations, storing: now)
        return .whole(.ambiguous(reason: "reset"))
      case .delay(let delay):
        state.late += operations.map { ($0, now + delay) }
        return .whole(.ambiguous(reason: "timed out"))
      }
    }
  }

  func list(_ query: FeedbackQuery, limit: Int, offset: Int) async -> FeedbackOutcome {
    state.withLock { state in
      state.lists.append((query, limit, offset))
      switch state.faults.isEmpty ? nil : state.faults.removeFirst() {
      case .answer(let answer): return .answered(answer)
      case .status(let status): return .answered(FeedbackAnswer(status: status))
      case .refuseConnection: return .notSent(reason: "connection refused")
      default: break
      }
      let all = state.stored.sorted { $0.key.uuidString < $1.key.uuidString }.map(\.value)
      let page = all.dropFirst(offset).prefix(limit).map(JSONValue.object)
      return .answered(FeedbackAnswer(status: 200, body: JSONValue.array(page).utf8()))
    }
  }

  var lists: [(query: FeedbackQuery, limit: Int, offset: Int)] { state.withLock(\.lists) }

  var batches: [Int] { state.withLock(\.batches) }

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

  fileprivate mutating func take(
    _ operations: [FeedbackOperation], storing landing: BootTime
  ) -> FeedbackAnswer {
    let isPoisoned = operations.contains { operation in
      if case .create(let id, _) = operation { poisoned.contains(id) } else { false }
    }
    guard !isPoisoned else { return FeedbackAnswer(status: 422, body: Array(#"{"error":"too bad"}"#.utf8)) }
    late += operations.map { ($0, landing) }
    return FeedbackAnswer(status: 202, body: Array(#"{"message":"ok"}"#.utf8))
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
    case .read(let id, _):
      guard let record = stored[id] else { return FeedbackAnswer(status: 404) }
      return FeedbackAnswer(status: 200, body: JSONValue.object(record).utf8())
    }
  }

  private static func object(_ body: [UInt8]) -> JSONObject {
    guard case .object(let object)? = try? JSONParser.parse(body) else { return JSONObject() }
    return object
  }
}
