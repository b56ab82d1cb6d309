/// A number that stands for a stretch of a text: equal stretches have the same one, and others have another, but for a chance
/// that can be left out of account.
enum Fingerprint {
  /// Spreads fingerprints over the slots of a table: another one in each run of the program. What is found does not depend on it.
  static let multiplier = UInt64.random(in: .min ... .max) | 1

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer(of)
  }

  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }

  static func of(_ words: ArraySlice<Int32>) -> UInt64 {
    words.withUnsafeBufferPointer { words in
      var hash: UInt64 = 0
      for word in words { combine(word, into: &hash) }
      return hash
    }
  }

  /// Of a sequence of stretches, told by their own.
  static func combining(_ fingerprints: UInt64...) -> UInt64 {
    fingerprints.reduce(0) { hash, fingerprint in
      let mixed = (hash ^ fingerprint) &* 0x9E37_79B9_7F4A_7C15
      return mixed ^ mixed >> 32
    }
  }

  @inline(__always)
  static func combine(_ word: Int32, into hash: inout UInt64) {
    hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
  }
}
