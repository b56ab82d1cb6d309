/// SHA-1 (RFC 3174): what version 5 identifiers are made with, and a fingerprint of content where nobody
/// gains by forging one. Not for secrets, signatures or proofs.
package enum SHA1 {
  /// The 20 bytes of the message's hash.
  package static func digest(of message: [UInt8]) -> [UInt8] {
    var state = State()
    let wholeBlocks = message.count / 64 * 64
    message.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: wholeBlocks, by: 64) { state.absorb(bytes, at: offset) }
    }
    padded(message[wholeBlocks...], messageLength: message.count).withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count, by: 64) { state.absorb(bytes, at: offset) }
    }
    return state.bytes
  }

  /// The last, partial block with the end mark and the message's length in bits: one block or two.
  private static func padded(_ rest: ArraySlice<UInt8>, messageLength: Int) -> [UInt8] {
    let length = withUnsafeBytes(of: (UInt64(messageLength) * 8).bigEndian, Array.init)
    let zeros = (119 - rest.count) % 64
    return Array(rest) + [0x80] + [UInt8](repeating: 0, count: zeros) + length
  }
}

private struct State {
  private var a: UInt32 = 0x6745_2301
  private var b: UInt32 = 0xEFCD_AB89
  private var c: UInt32 = 0x98BA_DCFE
  private var d: UInt32 = 0x1032_5476
  private var e: UInt32 = 0xC3D2_E1F0

  var bytes: [UInt8] {
    [a, b, c, d, e].flatMap { word in withUnsafeBytes(of: word.bigEndian, Array.init) }
  }

  mutating func absorb(_ message: UnsafeRawBufferPointer, at offset: Int) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      for index in 0..<16 {
        let word = message.loadUnaligned(fromByteOffset: offset + index * 4, as: UInt32.self)
        words[index] = UInt32(bigEndian: word)
      }
      for index in 16..<80 {
        words[index] = (words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]).rotated(
          by: 1)
      }
      mix(UnsafeBufferPointer(words))
    }
  }

  private mutating func mix(_ words: UnsafeBufferPointer<UInt32>) {
    var round = self
    for index in 0..<20 { round.step((round.b & round.c) | (~round.b & round.d), 0x5A82_7999, words[index]) }
    for index in 20..<40 { round.step(round.b ^ round.c ^ round.d, 0x6ED9_EBA1, words[index]) }
    for index in 40..<60 {
      round.step((round.b & round.c) | (round.b & round.d) | (round.c & round.d), 0x8F1B_BCDC, words[index])
    }
    for index in 60..<80 { round.step(round.b ^ round.c ^ round.d, 0xCA62_C1D6, words[index]) }
    a &+= round.a
    b &+= round.b
    c &+= round.c
    d &+= round.d
    e &+= round.e
  }

  private mutating func step(_ choice: UInt32, _ constant: UInt32, _ word: UInt32) {
    let next = a.rotated(by: 5) &+ choice &+ e &+ word &+ constant
    e = d
    d = c
    c = b.rotated(by: 30)
    b = a
    a = next
  }
}

extension UInt32 {
  fileprivate func rotated(by bits: UInt32) -> UInt32 { self << bits | self >> (32 - bits) }
}
