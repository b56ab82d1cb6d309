/// How two texts differ, line by line, as `diff -u` tells it.
struct LineDifference {
  private static let context = 3

  private let left: [ArraySlice<UInt8>]
  private let right: [ArraySlice<UInt8>]
  private let runs: [MatchedRun]
  /// The budget did not suffice to find everything that is the same.
  let isCoarse: Bool

  init(_ left: String, _ right: String) {
    self.left = Self.lines(of: left)
    self.right = Self.lines(of: right)
    var numbers: [[UInt8]: Int32] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int32 {
      let bytes = Array(line)
      if let known = numbers[bytes] { return known }
      let new = Int32(truncatingIfNeeded: numbers.count)
      numbers[bytes] = new
      return new
    }
    let (lefts, rights) = (self.left.map(number), self.right.map(number))
    var budget = WorkBudget()
    (runs, isCoarse) = SequenceMatcher.match(
      lefts, lefts.indices, rights, rights.indices, budget: &budget)
  }

  /// Hunks with three lines around each change.
  var unified: [UInt8] {
    hunks.flatMap { hunk in
      let left = Self.range(hunk.map(\.left))
      let right = Self.range(hunk.map(\.right))
      return Array("@@ -\(left) +\(right) @@\n".utf8) + hunk.flatMap(lines)
    }
  }
}

// MARK: - Hunks

extension LineDifference {
  /// A stretch that is equal, or that differs.
  fileprivate struct Stretch {
    var left: Range<Int>
    var right: Range<Int>
    let isEqual: Bool
  }

  private var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var (leftStart, rightStart) = (0, 0)
    let end = MatchedRun(left: left.count, right: right.count, count: 0)
    for run in runs.filter({ $0.count > 0 }) + [end] {
      if leftStart < run.left || rightStart < run.right {
        stretches.append(Stretch(left: leftStart..<run.left, right: rightStart..<run.right, isEqual: false))
      }
      if run.count > 0 {
        stretches.append(Stretch(left: run.leftRange, right: run.rightRange, isEqual: true))
      }
      (leftStart, rightStart) = (run.leftRange.upperBound, run.rightRange.upperBound)
    }
    return stretches
  }

  /// Changes with what stands around them; those that are near each other share a hunk.
  private var hunks: [[Stretch]] {
    let all = stretches
    var hunks: [[Stretch]] = []
    var hunk: [Stretch] = []
    for (index, stretch) in all.enumerated() {
      guard stretch.isEqual else {
        hunk.append(stretch)
        continue
      }
      let isLast = index == all.count - 1
      if hunk.isEmpty {
        if !isLast { hunk = [stretch.suffix(Self.context)] }
      } else if isLast || stretch.left.count > 2 * Self.context {
        hunks.append(hunk + [stretch.prefix(Self.context)])
        hunk = isLast ? [] : [stretch.suffix(Self.context)]
      } else {
        hunk.append(stretch)
      }
    }
    return hunk.contains { !$0.isEqual } ? hunks + [hunk] : hunks
  }

  private func lines(_ stretch: Stretch) -> [UInt8] {
    if stretch.isEqual { return stretch.left.flatMap { line(left[$0], sign: " ") } }
    return stretch.left.flatMap { line(left[$0], sign: "-") }
      + stretch.right.flatMap { line(right[$0], sign: "+") }
  }

  private func line(_ line: ArraySlice<UInt8>, sign: Unicode.Scalar) -> [UInt8] {
    let ending = line.last == 0x0A ? [] : Array("\n\\ No newline at end of file\n".utf8)
    return [UInt8(ascii: sign)] + line + ending
  }

  /// As `diff` counts: from 1, without the count if it is 1, the line before if it is 0.
  private static func range(_ lines: [Range<Int>]) -> String {
    let start = lines.first?.lowerBound ?? 0
    let count = (lines.last?.upperBound ?? 0) - start
    return count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  /// With what ends each.
  private static func lines(of text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }
}

extension LineDifference.Stretch {
  fileprivate func prefix(_ count: Int) -> Self {
    Self(left: left.prefix(count), right: right.prefix(count), isEqual: isEqual)
  }

  fileprivate func suffix(_ count: Int) -> Self {
    Self(left: left.suffix(count), right: right.suffix(count), isEqual: isEqual)
  }
}
