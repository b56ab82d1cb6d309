/// Reads scalars from UTF-8 that is known to be valid.
struct ScalarReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  /// Where the scalar read last begins.
  private(set) var scalarStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  @inline(__always)
  mutating func nextPrintableASCII() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    guard byte >= 0x20, byte < 0x7F else { return nil }
    position += 1
    return byte
  }

  mutating func next() -> Unicode.Scalar? {
    guard let (scalar, length) = scalar(at: position) else { return nil }
    scalarStart = position
    position += length
    return scalar
  }

  func peek() -> Unicode.Scalar? { scalar(at: position)?.scalar }

  @inline(__always)
  private func scalar(at start: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard start < bytes.count else { return nil }
    let first = UInt32(bytes[start])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard start + length <= bytes.count else { return ("\u{FFFD}", bytes.count - start) }
    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
    for index in start + 1..<start + length {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalars up to the present position, and where they begin.
  func scalars(from start: Int) -> [(scalar: Unicode.Scalar, offset: Int)] {
    var scalars: [(scalar: Unicode.Scalar, offset: Int)] = []
    var offset = start
    while offset < position, let (scalar, length) = scalar(at: offset) {
      scalars.append((scalar, offset))
      offset += length
    }
    return scalars
  }

  /// Skips the tags of a subdivision's flag (🏴 is behind us, `first` just read) if they are well formed: three to six
  /// letters or digits and the end tag. Other tags can hide text.
  mutating func skipTags(from first: Unicode.Scalar) -> Bool {
    var tag = first
    var end = position
    var count = 0
    while isTagLetter(tag), count < 6, let following = scalar(at: end) {
      count += 1
      tag = following.scalar
      end += following.length
    }
    guard count >= 3, tag.value == 0xE007F else { return false }
    position = end
    return true
  }

  private func isTagLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0xE0030...0xE0039).contains(scalar.value) || (0xE0061...0xE007A).contains(scalar.value)
  }
}
