/// Which requests of a server are hit by what.
package struct FaultPlan: Sendable {
  package var kind: FaultKind
  /// From which it is drawn each time.
  var mixture: [FaultKind]
  package var seed: UInt64
  /// The first requests that are hit, so that even a short run has faults.
  package var opening: Int
  /// How often it hits afterwards.
  package var rate: Double
  /// How often it hits in all.
  package var limit: Int

  package init(_ kind: FaultKind, seed: UInt64, opening: Int = 2, rate: Double = 0.1, limit: Int = .max) {
    self.kind = kind
    mixture = kind == .everything ? FaultKind.sporadic : [kind]
    self.seed = seed
    self.opening = opening
    self.rate = rate
    self.limit = limit
  }

  /// At random one of several kinds, none of them a rule.
  package init(anyOf kinds: [FaultKind], seed: UInt64, rate: Double) {
    self.init(.nothing, seed: seed, rate: rate)
    mixture = kinds
  }
}

/// A plan on its way.
struct FaultSequence {
  private let plan: FaultPlan
  private let elsewhere: String
  private var dice: SeededGenerator
  private(set) var count = 0

  init(_ plan: FaultPlan, elsewhere: String) {
    self.plan = plan
    self.elsewhere = elsewhere
    dice = SeededGenerator(seed: plan.seed)
  }

  mutating func next(_ call: FeedbackCall, _ request: LoopbackRequest) -> Fault? {
    guard count < plan.limit, hits() else { return nil }
    let kind = plan.mixture[dice.roll(plan.mixture.count)]
    guard let fault = Fault(kind, of: call, request, elsewhere: elsewhere, &dice) else { return nil }
    count += 1
    return fault
  }

  /// What is refused by a rule is no fault of chance, but counts.
  mutating func note() {
    count += 1
  }

  private mutating func hits() -> Bool {
    if count < plan.opening { return true }
    return !plan.kind.isPhase && dice.happens(plan.rate)
  }
}
