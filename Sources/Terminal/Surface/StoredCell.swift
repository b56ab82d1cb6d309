/// A cell as a surface keeps it, in one word of eight bytes: with every key a whole screen of them is filled and compared.
struct StoredCell: Equatable {
  /// A scalar, or the index of a glyph with marks, in the low 24 bits; then the columns, and whether it is an index.
  private let code: UInt32
  var role: Role
  /// All bytes have a value, so that cells can be compared as words.
  private let unused1: UInt8 = 0, unused2: UInt8 = 0, unused3: UInt8 = 0

  @inline(__always)
  init(_ scalar: Unicode.Scalar, width: UInt8, role: Role) {
    code = scalar.value | UInt32(width) << Self.widthShift
    self.role = role
  }

  /// What a plain element shows.
  @inline(__always)
  init(plain element: TextElement, role: Role) {
    code = element.code | 1 << Self.widthShift
    self.role = role
  }

  /// A glyph with marks, of which the cell knows the number alone.
  init(cluster index: Int, width: UInt8, role: Role) {
    code = UInt32(index) & Self.payload | UInt32(width) << Self.widthShift | Self.clusterFlag
    self.role = role
  }

  static func blank(_ role: Role) -> StoredCell { StoredCell(" ", width: 1, role: role) }

  var width: UInt8 { UInt8(truncatingIfNeeded: code >> Self.widthShift & 3) }

  /// Where the glyph is among those with marks; `nil` if it has none. The same number may mean another glyph on another
  /// surface.
  var cluster: Int? { code & Self.clusterFlag == 0 ? nil : Int(code & Self.payload) }

  var scalar: Unicode.Scalar { Unicode.Scalar(code & Self.payload) ?? "\u{FFFD}" }

  private static let payload: UInt32 = 0xFF_FFFF
  private static let widthShift: UInt32 = 24
  private static let clusterFlag: UInt32 = 1 << 31
}
