/// Finds a regular expression in a text by following all its paths at once, so that no pattern takes longer than the text
/// times the pattern: there is nothing to go back to.
///
/// Of all matches the leftmost is found, and of those the one that a backtracking machine would find.
struct PatternMatcher {
  /// A path through the program, and where in the text it began.
  private struct Path {
    let step: Int
    let start: Int
  }

  private let program: PatternProgram
  private let scalars: [UInt32]
  private var paths: [Path] = []
  private var nextPaths: [Path] = []
  /// For each step, at which position of which search a path last came to it: another one there is no better.
  private var visited: [Int]
  /// Tells the positions of one search from those of the searches before it.
  private var firstStamp = 1
  private var pending: [Int] = []
  /// How many steps were taken.
  private(set) var effort = 0
  private var nextQuestion = PatternMatcher.questionInterval
  private static let questionInterval = 1 << 15

  /// - Parameter scalars: in lower case, if the program ignores case.
  init(_ program: PatternProgram, in scalars: [UInt32]) {
    self.program = program
    self.scalars = scalars
    visited = Array(repeating: 0, count: program.steps.count)
  }

  /// The first match that begins at `start` or later.
  ///
  /// - Parameter shouldStop: asked now and then with the effort so far; the search is given up when it says so.
  mutating func firstMatch(from start: Int, shouldStop: (Int) -> Bool) -> Range<Int>? {
    defer { firstStamp += scalars.count + 2 }
    paths.removeAll(keepingCapacity: true)
    var found: Range<Int>?
    var position = start
    while position <= scalars.count {
      if found == nil {
        if paths.isEmpty, let next = skip(from: position) { position = next }
        follow(Path(step: 0, start: position), at: position, isNext: false)
      }
      if paths.isEmpty, found != nil || position >= scalars.count { break }
      if effort >= nextQuestion, isStopped(by: shouldStop) { break }
      if let range = advance(at: position) { found = range }
      swap(&paths, &nextPaths)
      nextPaths.removeAll(keepingCapacity: true)
      position += 1
    }
    return found
  }

  private mutating func isStopped(by shouldStop: (Int) -> Bool) -> Bool {
    nextQuestion = effort + Self.questionInterval
    return shouldStop(effort)
  }

  /// The next place at which a program that begins with a character can begin.
  private func skip(from position: Int) -> Int? {
    guard case .scalar(let first) = program.steps[0] else { return nil }
    var position = position
    while position < scalars.count, scalars[position] != first { position += 1 }
    return position
  }

  /// Takes one character on all paths. A path that has come to the match ends those that come after it.
  private mutating func advance(at position: Int) -> Range<Int>? {
    for index in paths.indices {
      let path = paths[index]
      effort += 1
      if case .match = program.steps[path.step] { return path.start..<position }
      if position < scalars.count, takes(program.steps[path.step], scalars[position]) {
        follow(Path(step: path.step + 1, start: path.start), at: position + 1, isNext: true)
      }
    }
    return nil
  }

  private func takes(_ step: PatternProgram.Step, _ value: UInt32) -> Bool {
    switch step {
    case .scalar(let expected): value == expected
    case .any: value != 0x0A
    case .set(let set): set.contains(value, ignoringCase: program.ignoresCase)
    case .assertion, .split, .jump, .match: false
    }
  }

  /// Adds the path, past all steps that take no character.
  private mutating func follow(_ path: Path, at position: Int, isNext: Bool) {
    pending.append(path.step)
    while let step = pending.popLast() {
      guard visited[step] != firstStamp + position else { continue }
      visited[step] = firstStamp + position
      effort += 1
      switch program.steps[step] {
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .assertion(let assertion): if holds(assertion, at: position) { pending.append(step + 1) }
      default: keep(Path(step: step, start: path.start), isNext: isNext)
      }
    }
  }

  private mutating func keep(_ path: Path, isNext: Bool) {
    if isNext { nextPaths.append(path) } else { paths.append(path) }
  }

  private func holds(_ assertion: PatternAssertion, at position: Int) -> Bool {
    switch assertion {
    case .lineStart: position == 0 || scalars[position - 1] == 0x0A
    case .lineEnd: isLineEnd(position)
    case .wordBoundary: isWord(position - 1) != isWord(position)
    case .noWordBoundary: isWord(position - 1) == isWord(position)
    }
  }

  private func isLineEnd(_ position: Int) -> Bool {
    guard position < scalars.count else { return true }
    if scalars[position] == 0x0D { return position + 1 < scalars.count && scalars[position + 1] == 0x0A }
    return scalars[position] == 0x0A
  }

  private func isWord(_ position: Int) -> Bool {
    guard scalars.indices.contains(position) else { return false }
    return ScalarSet.Kind.word.contains(scalars[position])
  }
}
