import Terminal

/// Making a long text safe to show, and breaking it into rows.
struct WrapBenchmark {
  func measure() -> [Figure] {
    var source = SampleText(seed: 1)
    let text = source.text(bytes: Self.bytes)
    var (sanitize, wrap) = (Samples("sanitize"), Samples("wrap"))
    for _ in 0..<Self.turns {
      let safe = sanitize.time { SanitizedText(text) }
      _ = wrap.time { WrappedText(safe, columns: 98) }
    }
    return [Figure(name: "text of \(Self.bytes) bytes", unit: "ms", samples: [sanitize, wrap])]
  }

  private static let bytes = 200_000
  private static let turns = 200
}
