/// What a terminal sends for its keys, as its description says.
struct KeySequenceTable: Sendable {
  enum Match: Equatable {
    case none
    /// The bytes may still become a longer sequence of the table.
    case partial
    case key(Key, length: Int)
  }

  private var keys: [[UInt8]: Key] = [:]
  private var beginnings: Set<[UInt8]> = []
  private var firstBytes: Set<UInt8> = []

  /// A lone ESC, and what begins with a printable character, would take other keys away and is left out.
  init(_ sequences: [[UInt8]: Key]) {
    for (sequence, key) in sequences {
      guard let first = sequence.first, first < 0x20 || first >= 0x7F, sequence != [0x1B] else { continue }
      keys[sequence] = key
      firstBytes.insert(first)
      for length in 1..<sequence.count { beginnings.insert(Array(sequence.prefix(length))) }
    }
  }

  func match(_ bytes: ArraySlice<UInt8>) -> Match {
    guard let first = bytes.first, firstBytes.contains(first) else { return .none }
    if beginnings.contains(Array(bytes)) { return .partial }
    return longestKey(bytes)
  }

  /// The longest key at the front, also where the bytes could still become another.
  func longestKey(_ bytes: ArraySlice<UInt8>) -> Match {
    for length in stride(from: bytes.count, to: 0, by: -1) {
      if let key = keys[Array(bytes.prefix(length))] { return .key(key, length: length) }
    }
    return .none
  }
}
