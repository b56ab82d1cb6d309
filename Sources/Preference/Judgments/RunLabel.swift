/// The letter under which a column is known: A to Z, then AA, AB and so on.
package enum RunLabel {
  /// As many columns have a label of one letter, which a key can type.
  package static let letterCount = 26

  package static func text(ofColumn index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % letterCount)))
    return index < letterCount ? letter : text(ofColumn: index / letterCount - 1) + letter
  }

  /// The column whose label is that letter, in either case.
  package static func column(ofLetter scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x61...0x7A: Int(scalar.value - 0x61)
    case 0x41...0x5A: Int(scalar.value - 0x41)
    default: nil
    }
  }
}
