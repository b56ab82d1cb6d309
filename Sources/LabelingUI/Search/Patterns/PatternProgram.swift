/// A regular expression as steps for `PatternMatcher`.
struct PatternProgram: Equatable {
  enum Step: Equatable {
    case scalar(UInt32)
    case any
    case set(ScalarSet)
    case assertion(PatternAssertion)
    /// Goes on at both, the first before the second.
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// Each character of the text costs at most one look at each step.
  static let mostSteps = 4000

  private(set) var steps: [Step] = []
  let ignoresCase: Bool

  /// - Throws: `PatternFault`.
  init(_ node: PatternNode, ignoresCase: Bool) throws(PatternFault) {
    self.ignoresCase = ignoresCase
    try add(node)
    steps.append(.match)
  }

  private mutating func append(_ step: Step) throws(PatternFault) {
    guard steps.count < Self.mostSteps else { throw PatternFault("the pattern is too large") }
    steps.append(step)
  }

  private mutating func add(_ node: PatternNode) throws(PatternFault) {
    switch node {
    case .scalar(let value): try append(.scalar(ignoresCase ? CaseFolding.lower(value) : value))
    case .any: try append(.any)
    case .set(let set): try append(.set(set))
    case .assertion(let assertion): try append(.assertion(assertion))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .choice(let branches): try add(branches[...])
    case .repetition(let node, let repetition): try add(node, repetition)
    }
  }

  private mutating func add(_ branches: ArraySlice<PatternNode>) throws(PatternFault) {
    guard let first = branches.first else { return }
    guard branches.count > 1 else { return try add(first) }
    let split = steps.count
    try append(.jump(0))
    try add(first)
    let jump = steps.count
    try append(.jump(0))
    steps[split] = .split(split + 1, steps.count)
    try add(branches.dropFirst())
    steps[jump] = .jump(steps.count)
  }

  private mutating func add(_ node: PatternNode, _ repetition: PatternRepetition) throws(PatternFault) {
    for _ in 0..<repetition.atLeast {
      let before = steps.count
      try add(node)
      // Nothing, a million times, is nothing.
      if steps.count == before { break }
    }
    guard let most = repetition.atMost else { return try addLoop(node, isLazy: repetition.isLazy) }
    var splits: [Int] = []
    for _ in repetition.atLeast..<most {
      splits.append(steps.count)
      try append(.jump(0))
      try add(node)
    }
    for split in splits { steps[split] = Self.split(split + 1, steps.count, isLazy: repetition.isLazy) }
  }

  private mutating func addLoop(_ node: PatternNode, isLazy: Bool) throws(PatternFault) {
    let split = steps.count
    try append(.jump(0))
    try add(node)
    try append(.jump(split))
    steps[split] = Self.split(split + 1, steps.count, isLazy: isLazy)
  }

  private static func split(_ into: Int, _ past: Int, isLazy: Bool) -> Step {
    isLazy ? .split(past, into) : .split(into, past)
  }
}
