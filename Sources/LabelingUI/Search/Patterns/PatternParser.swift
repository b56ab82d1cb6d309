/// Reads a regular expression: what `less` and editors take, without back references and lookaround, which no machine
/// finds in bounded time.
struct PatternParser {
  /// Deeper nesting is refused.
  private static let deepest = 60
  /// `x{2000}` is a program two thousand steps long.
  private static let mostRepetitions = 1000

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  private init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  /// - Throws: `PatternFault`.
  static func parse(_ pattern: String) throws(PatternFault) -> PatternNode {
    var parser = PatternParser(pattern)
    let node = try parser.choice()
    if parser.current != nil { throw PatternFault("a ) without its (") }
    return node
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = current else { return nil }
    position += 1
    return scalar
  }

  private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func choice() throws(PatternFault) -> PatternNode {
    var branches = [try sequence()]
    while takes("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternFault) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      position += 1
      nodes.append(try repeated(atom(scalar)))
    }
    return .sequence(nodes)
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws(PatternFault) -> PatternNode {
    switch scalar {
    case "(": return try group()
    case "[": return .set(try bracket())
    case ".": return .any
    case "^": return .assertion(.lineStart)
    case "$": return .assertion(.lineEnd)
    case "\\": return try escape()
    case "*", "+", "?": throw PatternFault("nothing before \(scalar) to repeat")
    default: return .scalar(scalar.value)
    }
  }

  private mutating func group() throws(PatternFault) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw PatternFault("too many ( in each other") }
    if takes("?"), !takes(":") { throw PatternFault("(? is not known here, but for (?:") }
    let node = try choice()
    guard takes(")") else { throw PatternFault("a ( without its )") }
    return node
  }
}

// MARK: - Repetition

extension PatternParser {
  private mutating func repeated(_ node: PatternNode) throws(PatternFault) -> PatternNode {
    var node = node
    while var repetition = try repetition() {
      if case .assertion = node { throw PatternFault("^, $ and \\b cannot be repeated") }
      repetition.isLazy = takes("?")
      node = .repetition(node, repetition)
    }
    return node
  }

  private mutating func repetition() throws(PatternFault) -> PatternRepetition? {
    if takes("*") { return PatternRepetition(atLeast: 0, atMost: nil) }
    if takes("+") { return PatternRepetition(atLeast: 1, atMost: nil) }
    if takes("?") { return PatternRepetition(atLeast: 0, atMost: 1) }
    return try countedRepetition()
  }

  /// `{2}`, `{2,}`, `{2,5}`; a brace that begins none of these is a brace.
  private mutating func countedRepetition() throws(PatternFault) -> PatternRepetition? {
    let start = position
    guard takes("{"), let least = number() else {
      position = start
      return nil
    }
    var most: Int? = least
    if takes(",") { most = number() }
    guard takes("}") else {
      position = start
      return nil
    }
    guard max(least, most ?? 0) <= Self.mostRepetitions else {
      throw PatternFault("repeats at most \(Self.mostRepetitions) times")
    }
    guard most.map({ $0 >= least }) ?? true else { throw PatternFault("{\(least),…} goes down") }
    return PatternRepetition(atLeast: least, atMost: most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = current?.value, (0x30...0x39).contains(digit) {
      value = min(1_000_000, (value ?? 0) * 10 + Int(digit - 0x30))
      position += 1
    }
    return value
  }
}

// MARK: - Escapes and brackets

extension PatternParser {
  private mutating func escape() throws(PatternFault) -> PatternNode {
    guard let scalar = take() else { throw PatternFault("a \\ with nothing behind it") }
    switch scalar {
    case "b": return .assertion(.wordBoundary)
    case "B": return .assertion(.noWordBoundary)
    default: break
    }
    if let kind = Self.kind(of: scalar) { return .set(ScalarSet(kinds: [kind])) }
    return .scalar(try character(escapedBy: scalar))
  }

  private static func kind(of scalar: Unicode.Scalar) -> ScalarSet.KindMember? {
    switch scalar {
    case "d": .init(kind: .digit, isInverted: false)
    case "D": .init(kind: .digit, isInverted: true)
    case "w": .init(kind: .word, isInverted: false)
    case "W": .init(kind: .word, isInverted: true)
    case "s": .init(kind: .space, isInverted: false)
    case "S": .init(kind: .space, isInverted: true)
    default: nil
    }
  }

  private mutating func character(escapedBy scalar: Unicode.Scalar) throws(PatternFault) -> UInt32 {
    switch scalar {
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "u", "x": return try codePoint()
    case "a"..."z", "A"..."Z", "0"..."9": throw PatternFault("\\\(scalar) is not known here")
    default: return scalar.value
    }
  }

  /// `{1F600}`
  private mutating func codePoint() throws(PatternFault) -> UInt32 {
    var value: UInt32?
    if takes("{") {
      while let digit = current.flatMap({ Character($0).hexDigitValue }) {
        value = min(0x110000, (value ?? 0) << 4 | UInt32(digit))
        position += 1
      }
    }
    guard let value, Unicode.Scalar(value) != nil, takes("}") else {
      throw PatternFault("a character is written \\u{1F600}")
    }
    return value
  }

  private mutating func bracket() throws(PatternFault) -> ScalarSet {
    var set = ScalarSet()
    set.isInverted = takes("^")
    var isFirst = true
    while let scalar = take() {
      if scalar == "]", !isFirst { return set }
      isFirst = false
      try addMember(scalar, to: &set)
    }
    throw PatternFault("a [ without its ]")
  }

  private mutating func addMember(_ scalar: Unicode.Scalar, to set: inout ScalarSet) throws(PatternFault) {
    var first = scalar.value
    if scalar == "\\" {
      guard let escaped = take() else { throw PatternFault("a \\ with nothing behind it") }
      if let kind = Self.kind(of: escaped) { return set.kinds.append(kind) }
      first = try character(escapedBy: escaped)
    }
    guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
      return set.ranges.append(first...first)
    }
    position += 1
    var last = take()?.value ?? first
    if last == 0x5C, let escaped = take() { last = try character(escapedBy: escaped) }
    guard first <= last else { throw PatternFault("a range in [ ] goes down") }
    set.ranges.append(first...last)
  }
}
