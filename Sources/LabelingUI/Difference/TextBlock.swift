/// A part of a text that is compared as one: what stands between blank lines, an item of a list, a block of code, a row of
/// a table.
struct TextBlock: Equatable, Sendable {
  enum Kind: UInt8, CaseIterable, Equatable, Sendable {
    case paragraph, heading, listItem, quote, tableRow, code

    /// Whether one can stand in another text for the other.
    func matches(_ other: Kind) -> Bool { self == other || (isProse && other.isProse) }

    /// Whether it can stand for that one and a neighbor of it, or be taken as one with it.
    func joins(_ other: Kind) -> Bool { isProse && other.isProse }

    /// What one model makes a heading, another one writes with a colon.
    private var isProse: Bool { self != .tableRow && self != .code }
  }

  let kind: Kind
  let bytes: Range<Int>
  /// The text's tokens that lie in it.
  let tokens: Range<Int>
}
