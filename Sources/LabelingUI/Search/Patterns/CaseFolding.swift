/// Case of single scalars: what has no single counterpart (`ß`, `İ`) stays as it is, so that offsets stay true.
enum CaseFolding {
  @inline(__always)
  static func lower(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return (0x41...0x5A).contains(value) ? value | 0x20 : value }
    return caseless(value) ? value : single(value) { $0.properties.lowercaseMapping }
  }

  static func upper(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return (0x61...0x7A).contains(value) ? value & ~0x20 : value }
    return caseless(value) ? value : single(value) { $0.properties.uppercaseMapping }
  }

  /// The large scripts without case, whose mappings need not be looked up.
  private static func caseless(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x109F, 0x2E80...0xA63F, 0xAC00...0xD7FF: true
    default: false
    }
  }

  private static func single(_ value: UInt32, _ mapping: (Unicode.Scalar) -> String) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    let mapped = mapping(scalar).unicodeScalars
    guard let first = mapped.first, mapped.dropFirst().isEmpty else { return value }
    return first.value
  }
}
