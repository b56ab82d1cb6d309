/// `ESC [`, parameters, and a final byte that says what it is.
struct ControlSequence: Equatable {
  enum Reading: Equatable {
    case incomplete
    case tooLong
    /// The first bytes begin a sequence that the next one breaks.
    case broken(length: Int)
    case sequence(ControlSequence, length: Int)
  }

  /// `<`, `=`, `>` or `?` before the parameters.
  let prefix: UInt8?
  let parameters: SequenceParameters
  /// The last byte between the parameters and the final one.
  let intermediate: UInt8?
  let final: UInt8

  /// No key sends as much.
  static let lengthLimit = 128

  static func isParameter(_ byte: UInt8) -> Bool { (0x30...0x3F).contains(byte) }
  static func isIntermediate(_ byte: UInt8) -> Bool { (0x20...0x2F).contains(byte) }
  static func isInside(_ byte: UInt8) -> Bool { (0x20...0x3F).contains(byte) }
  static func isFinal(_ byte: UInt8) -> Bool { (0x40...0x7E).contains(byte) }

  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    let body = bytes.dropFirst(2)
    let inside = body.prefix { isInside($0) }
    let parameters = inside.prefix { isParameter($0) }
    if let length = lengthOfShiftedKey(parameters: parameters, inside: inside) {
      let sequence = ControlSequence(parameters, intermediate: nil, final: UInt8(ascii: "$"))
      return .sequence(sequence, length: length)
    }
    guard inside.endIndex < bytes.endIndex else {
      return bytes.count < lengthLimit ? .incomplete : .tooLong
    }
    let length = inside.count + 3
    guard isFinal(bytes[inside.endIndex]) else { return .broken(length: length - 1) }
    let sequence = ControlSequence(
      parameters, intermediate: inside.dropFirst(parameters.count).last, final: bytes[inside.endIndex])
    return .sequence(sequence, length: length)
  }

  /// rxvt ends the sequences of shifted keys with `$`, which begins the end of mode reports elsewhere. Those have two
  /// parameters.
  private static func lengthOfShiftedKey(
    parameters: ArraySlice<UInt8>, inside: ArraySlice<UInt8>
  ) -> Int? {
    guard inside.dropFirst(parameters.count).first == UInt8(ascii: "$") else { return nil }
    guard !parameters.isEmpty, parameters.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return parameters.count + 3
  }

  private init(_ parameters: ArraySlice<UInt8>, intermediate: UInt8?, final: UInt8) {
    prefix = parameters.first.flatMap { $0 >= 0x3C ? $0 : nil }
    self.parameters = SequenceParameters(parameters.dropFirst(prefix == nil ? 0 : 1))
    self.intermediate = intermediate
    self.final = final
  }
}

/// Numbers between semicolons, each with further ones after colons.
struct SequenceParameters: Equatable {
  private let groups: [[Int]]

  /// More than any terminal's columns or code points.
  private static let largest = 99_999_999

  init(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else {
      groups = []
      return
    }
    groups = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { group in
      group.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
    }
  }

  var count: Int { groups.count }

  /// 0 where there is none.
  subscript(group: Int, part: Int = 0) -> Int {
    guard groups.indices.contains(group), groups[group].indices.contains(part) else { return 0 }
    return groups[group][part]
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { number, digit in
      (0x30...0x39).contains(digit) ? min(largest, number * 10 + Int(digit) - 0x30) : number
    }
  }
}
