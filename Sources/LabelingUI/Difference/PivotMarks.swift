/// What of the pivot no other run has, told as the other runs tell it: where one of them has something else in its place,
/// it is changed on both sides.
struct PivotMarks {
  /// How many other runs lack each token.
  private var lacking: [Int]
  private var kinds: [DifferenceMark.Kind?]

  init(tokens count: Int) {
    lacking = Array(repeating: 0, count: count)
    kinds = Array(repeating: nil, count: count)
  }

  /// Takes what differs from one other run.
  mutating func add(_ marks: [TokenMark]) {
    for mark in marks {
      for token in mark.tokens {
        lacking[token] += 1
        kinds[token] = Self.joined(kinds[token], mark.kind)
      }
    }
  }

  /// What so many runs lack.
  func marks(lackedBy runs: Int) -> [TokenMark] {
    guard runs > 0 else { return [] }
    return [DifferenceMark.Kind.changed, .moved, .onlyHere].flatMap { kind in
      lacking.indices.stretches { lacking[$0] == runs && kinds[$0] == kind }
        .map { TokenMark(tokens: $0, kind: kind) }
    }
  }

  private static func joined(
    _ known: DifferenceMark.Kind?, _ kind: DifferenceMark.Kind
  ) -> DifferenceMark.Kind {
    switch (known, kind) {
    case (.changed, _), (_, .changed): .changed
    case (.moved, _), (_, .moved): .moved
    default: kind
    }
  }
}
