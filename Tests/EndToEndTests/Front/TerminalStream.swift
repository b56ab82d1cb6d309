/// What a program sent to a terminal, taken apart as a terminal does.
struct TerminalStream {
  enum Piece: Equatable {
    case scalar(Unicode.Scalar)
    case control(UInt8)
    /// What follows ESC: `(B`, `=`.
    case escape(String)
    /// What follows CSI: `?25h`, `1;31m`.
    case sequence(String)
    /// What stands between OSC, DCS, APC, PM or SOS and its end, with the letter that begins it: `]2;title`.
    case string(String)
    case notUTF8(UInt8)
  }

  private(set) var pieces: [Piece] = []
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    while let byte = self.bytes.first { pieces.append(takePiece(byte)) }
  }

  private mutating func takePiece(_ first: UInt8) -> Piece {
    switch first {
    case 0x1B:
      bytes.removeFirst()
      return takeEscape()
    case 0..<0x20, 0x7F:
      bytes.removeFirst()
      return .control(first)
    default: return takeScalar(first)
    }
  }

  private mutating func takeScalar(_ first: UInt8) -> Piece {
    var codec = Unicode.UTF8()
    var rest = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = codec.decode(&rest) else {
      bytes.removeFirst()
      return .notUTF8(first)
    }
    bytes.removeFirst(UTF8.width(scalar))
    return .scalar(scalar)
  }

  private mutating func takeEscape() -> Piece {
    switch bytes.first {
    case UInt8(ascii: "["):
      bytes.removeFirst()
      return .sequence(take { (0x20...0x3F).contains($0) })
    case let kind? where "]P_^X".utf8.contains(kind): return .string(takeString())
    default: return .escape(take { (0x20...0x2F).contains($0) })
    }
  }

  /// Bytes of a kind, and the one that ends them.
  private mutating func take(while isWithin: (UInt8) -> Bool) -> String {
    let body = bytes.prefix(while: isWithin)
    let whole = bytes.prefix(body.count + 1)
    bytes = bytes.dropFirst(whole.count)
    return String(decoding: whole, as: UTF8.self)
  }

  private mutating func takeString() -> String {
    let body = bytes.prefix { $0 != 0x07 && $0 != 0x1B }
    bytes = bytes.dropFirst(body.count + 1)
    if bytes.first == UInt8(ascii: "\\") { bytes.removeFirst() }
    return String(decoding: body, as: UTF8.self)
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}
