import Testing

@testable import Terminal

@Suite struct `Random input` {
  /// Bytes that sequences are made of, far more often than chance would have them.
  private static let pieces: [[UInt8]] =
    [
      "␛", "␛[", "␛O", "␛]", "␛P", "␛[200~", "␛[201~", "␛[<", "␛[M", ";", "1", "200", "~", "u", "R", "$",
      "\u{7}", "é", "\u{9B}", "\u{9D}", "\u{9C}",
    ].map(input)

  private static func bytes(_ random: inout SeededRandom) -> [UInt8] {
    (0..<60).flatMap { _ in
      Bool.random(using: &random)
        ? pieces.randomElement(using: &random) ?? [] : [UInt8.random(in: .min ... .max, using: &random)]
    }
  }

  @Test func `gives the same events however it is split`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<500 {
      let bytes = Self.bytes(&random)
      var decoder = InputDecoder()
      var split: [InputEvent] = []
      for byte in bytes { split += decoder.decode([byte]) }
      var whole = InputDecoder()
      #expect(whole.decode(bytes) == split)
    }
  }

  @Test func `leaves a decoder that listens again`() {
    var random = SeededRandom(seed: 4)
    for _ in 0..<500 {
      var decoder = InputDecoder()
      _ = decoder.decode(Self.bytes(&random))
      for _ in 0..<InputDecoder.pastePatience { _ = decoder.finish() }
      #expect(!decoder.isWaiting)
      #expect(decoder.decode(input("q")) == typed("q"))
    }
  }

  @Test func `never makes keys of control characters`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<500 {
      for case .key(let key) in events(Self.bytes(&random)) {
        guard case .character(let scalar) = key.code else { continue }
        #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
      }
    }
  }
}
