import Foundation

extension UUID {
  /// The identifier that RFC 9562 derives from a namespace and a name: always the same for the same two.
  ///
  /// The name counts by its UTF-8 bytes, so canonically equivalent names give different identifiers.
  public static func version5(namespace: UUID, name: String) -> UUID {
    let bytes = withUnsafeBytes(of: namespace.uuid, Array.init)
    let digest = SHA1.digest(of: bytes + Array(name.utf8))
    return UUID(bits: digest.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }, version: 5)
  }

  /// The identifier as RFC 9562 writes it: with lower-case digits, where `uuidString` has capitals.
  public var lowercaseString: String { uuidString.lowercased() }
}

extension UUID {
  /// Overwrites the version and variant in `bits`.
  init(bits: UInt128, version: UInt128) {
    let marked = (bits & ~(0xF << 76) & ~(0b11 << 62)) | version << 76 | 0b10 << 62
    self = withUnsafeBytes(of: marked.bigEndian) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}
