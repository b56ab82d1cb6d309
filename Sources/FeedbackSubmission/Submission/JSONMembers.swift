/// Finds the parts of a JSON text without making values of them: where a body only changes its outer form, or is
/// only compared, its bytes can stay as they are.
///
/// It tells what is where in a well-formed text, and comes to an end in any other: whoever gets `nil` or does not find
/// what it needs parses strictly.
package struct JSONMembers: Sequence, IteratorProtocol {
  package struct Member {
    /// Without its quotation marks, escapes as they are.
    package let key: ArraySlice<UInt8>
    package let value: ArraySlice<UInt8>
  }

  private let text: ArraySlice<UInt8>
  private var position: Int

  /// - Parameter object: The text of an object.
  package init?(_ object: ArraySlice<UInt8>) {
    guard let start = object.scanning(from: 0, { $0.skip(UInt8(ascii: "{")) ? $0.position : nil }) else {
      return nil
    }
    text = object
    position = start
  }

  package mutating func next() -> Member? {
    let found = text.scanning(from: position) { scanner -> (key: Range<Int>, value: Range<Int>)? in
      _ = scanner.skip(UInt8(ascii: ","))
      guard let key = scanner.string(), scanner.skip(UInt8(ascii: ":")), let value = scanner.value() else {
        return nil
      }
      return (key, value)
    }
    guard let found else { return nil }
    position = found.value.upperBound
    return Member(key: text.part(found.key).dropFirst().dropLast(), value: text.part(found.value))
  }
}

/// The elements of a JSON array; see `JSONMembers`.
package struct JSONElements: Sequence, IteratorProtocol {
  private let text: ArraySlice<UInt8>
  private var position: Int

  package init?(_ array: ArraySlice<UInt8>) {
    guard let start = array.scanning(from: 0, { $0.skip(UInt8(ascii: "[")) ? $0.position : nil }) else {
      return nil
    }
    text = array
    position = start
  }

  package mutating func next() -> ArraySlice<UInt8>? {
    let found = text.scanning(from: position) { scanner in
      _ = scanner.skip(UInt8(ascii: ","))
      return scanner.value()
    }
    guard let found else { return nil }
    position = found.upperBound
    return text.part(found)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func scanning<Value>(from position: Int, _ body: (inout JSONScanner) -> Value?) -> Value? {
    withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes, at: position)
      return body(&scanner)
    }
  }

  /// - Parameter range: Counted from the slice's start.
  fileprivate func part(_ range: Range<Int>) -> ArraySlice<UInt8> {
    self[startIndex + range.lowerBound..<startIndex + range.upperBound]
  }
}
