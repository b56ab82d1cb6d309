/// Cuts UTF-8 into tokens in one pass: runs of letters and digits, numbers with their separators, single ideographs, runs of
/// one sign.
struct Tokenizer {
  private(set) var tokens: [Range<Int32>] = []
  private(set) var words: [Int32] = []

  init(count: Int) {
    tokens.reserveCapacity(count / 4)
    words.reserveCapacity(count / 4)
  }

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary) {
    ScalarClass.ofASCII.withUnsafeBufferPointer { classes in
      var reader = Reader(bytes: bytes, classes: classes)
      while let (kind, length) = reader.current {
        let start = reader.position
        reader.position += length
        if kind == .blank { continue }
        reader.skipRest(ofTokenAt: start, kind)
        let word = UnsafeBufferPointer(rebasing: bytes[start..<reader.position])
        tokens.append(Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: reader.position))
        words.append(vocabulary.number(of: word, class: kind))
      }
    }
  }
}

private struct Reader {
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<ScalarClass>
  var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<ScalarClass>) {
    self.bytes = bytes
    self.classes = classes
  }

  /// The scalar at hand, and its length; `nil` at the end.
  @inline(__always)
  var current: (kind: ScalarClass, length: Int)? { scalar(at: position) }

  @inline(__always)
  private func scalar(at position: Int) -> (kind: ScalarClass, length: Int)? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    return byte < 0x80 ? (classes[Int(byte)], 1) : longScalar(at: position)
  }

  private func longScalar(at position: Int) -> (kind: ScalarClass, length: Int) {
    let first = UInt32(bytes[position])
    let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, bytes.count - position)
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return (ScalarClass.of(Unicode.Scalar(value) ?? "\u{FFFD}"), length)
  }

  @inline(__always)
  mutating func skipRest(ofTokenAt start: Int, _ kind: ScalarClass) {
    switch kind {
    case .letter, .digit, .mark: skipWord(kind)
    case .sign: skipRepetitions(of: start)
    case .ideograph, .blank: break
    }
    while let (next, length) = current, next == .mark { position += length }
  }

  private mutating func skipWord(_ kind: ScalarClass) {
    var last = kind
    while let (next, length) = current {
      switch next {
      case .letter, .digit, .mark:
        position += length
        last = next
      case .sign where length == 1 && joins(bytes[position], last): position += 1
      default: return
      }
    }
  }

  /// An apostrophe between letters, a point or comma between digits.
  private func joins(_ sign: UInt8, _ last: ScalarClass) -> Bool {
    guard let (next, _) = scalar(at: position + 1) else { return false }
    switch sign {
    case UInt8(ascii: "'"): return last != .digit && next == .letter
    case UInt8(ascii: "."), UInt8(ascii: ","): return last == .digit && next == .digit
    default: return false
    }
  }

  private mutating func skipRepetitions(of start: Int) {
    let length = position - start
    while position + length <= bytes.count,
      (0..<length).allSatisfy({ bytes[start + $0] == bytes[position + $0] })
    {
      position += length
    }
  }
}
