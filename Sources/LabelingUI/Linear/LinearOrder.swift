import Preference
import Terminal

/// A line that ranks: `cab`, `c a = b`, or with many runs `ab = c aa`. With two runs it is one letter, or `=`.
struct LinearOrder: Equatable {
  enum Step: Equatable {
    case run(column: Int)
    /// The next run ties with the last one; of two, both tie.
    case tie
  }

  let steps: [Step]

  /// `nil` if anything on the line is something else, or stands there twice.
  init?(_ line: String, runCount: Int) {
    var steps: [Step] = []
    for word in Self.words(of: line, runCount: runCount) {
      if word == "=" {
        steps.append(.tie)
      } else if let column = RunLabel.column(of: word), column < runCount {
        steps.append(.run(column: column))
      } else {
        return nil
      }
    }
    guard Self.makeSense(steps, runCount: runCount) else { return nil }
    self.steps = steps
  }

  /// Labels and signs of ties. Up to 26 runs have one letter each, and need no blanks between them.
  private static func words(of line: String, runCount: Int) -> [String] {
    var words: [String] = []
    var joins = false
    for scalar in line.unicodeScalars {
      let isLetter = RunLabel.column(ofLetter: scalar) != nil
      if scalar == " " || scalar == "\t" {
        joins = false
      } else if joins, isLetter, runCount > 26 {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append(String(scalar))
        joins = isLetter
      }
    }
    return words
  }

  private static func makeSense(_ steps: [Step], runCount: Int) -> Bool {
    if runCount <= 2 { return steps.count == 1 }
    let runs = steps.filter { $0 != .tie }
    let isUnique = runs.indices.allSatisfy { !runs[..<$0].contains(runs[$0]) }
    let hasTiesBetween = zip(steps, steps.dropFirst()).allSatisfy { $0 != .tie || $1 != .tie }
    return !runs.isEmpty && isUnique && hasTiesBetween && steps.last != .tie
  }
}

extension RunLabel {
  /// The column of that label, in either case.
  static func column(of label: String) -> Int? {
    var column = -1
    for scalar in label.unicodeScalars {
      guard let letter = Self.column(ofLetter: scalar), column < 1000 else { return nil }
      column = (column + 1) * 26 + letter
    }
    return column < 0 ? nil : column
  }
}
