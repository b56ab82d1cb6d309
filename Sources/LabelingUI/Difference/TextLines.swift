/// The lines of a text, without what ends them.
struct TextLines: Sequence, IteratorProtocol {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func next() -> Range<Int>? {
    guard position < bytes.endIndex else { return nil }
    let start = position
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
    position = end + 1
    let isCRLF = end > start && end < bytes.endIndex && bytes[end - 1] == 0x0D
    return start..<(isCRLF ? end - 1 : end)
  }
}
