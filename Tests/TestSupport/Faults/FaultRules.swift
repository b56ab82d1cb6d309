import StrictJSON

/// What a server never takes, or not at first, whoever asks.
struct FaultRules {
  /// The kinds that are rules.
  static let kinds: [FaultKind] = [.forbiddenRecords, .noBatches, .unknownRuns, .tooLarge, .poison]

  private let kind: FaultKind
  private var askedFor: [String: Int] = [:]

  private static let batchLimit = 32 << 10
  private static let recordLimit = 16 << 10
  /// Not even known runs are known at once.
  private static let misses = 2

  init(_ kind: FaultKind) {
    self.kind = kind
  }

  /// - Parameter sizes: Of the records.
  mutating func refusal(of call: FeedbackCall, _ records: [JSONObject], sizes: [Int]) -> LoopbackReply? {
    guard call.isCreation else { return nil }
    switch kind {
    case .poison, .everything:
      return Self.has("poison", records) ? .json(#"{"detail":"bad"}"#, status: 422) : nil
    case .forbiddenRecords:
      return Self.has("forbidden", records) ? .json(#"{"detail":"not yours"}"#, status: 403) : nil
    case .noBatches: return call == .batch ? .json(#"{"detail":"Not Found"}"#, status: 404) : nil
    case .tooLarge:
      let isTaken = sizes.allSatisfy { $0 <= Self.recordLimit } && sizes.reduce(0, +) <= Self.batchLimit
      return isTaken ? nil : .status(413)
    case .unknownRuns where call == .create:
      guard let run = records.first?["run_id"]?.string, askedFor[run, default: 0] < Self.misses else {
        return nil
      }
      askedFor[run, default: 0] += 1
      return .json(#"{"detail":"no such run"}"#, status: 404)
    default: return nil
    }
  }

  private static func has(_ word: String, _ records: [JSONObject]) -> Bool {
    records.contains { $0["comment"]?.string?.hasPrefix(word) ?? false }
  }
}
