/// Random numbers that are the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// Texts that mix ordinary writing with all that can go wrong.
struct RandomText {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  private static let pieces: [ClosedRange<UInt32>] = [
    0x61...0x7A, 0x61...0x7A, 0x20...0x20, 0x20...0x20, 0x20...0x7E, 0x0A...0x0A, 0x00...0x1F, 0x7F...0xA0,
    0x300...0x36F, 0x3000...0x30FF, 0x4E00...0x4E80, 0x1F1E6...0x1F1FF, 0x1F3F0...0x1F450, 0x200B...0x2010,
    0x202A...0x202E, 0xFE00...0xFE0F, 0xE0020...0xE007F, 0x600...0x6FF, 0x900...0x97F, 0x1100...0x11FF,
    0x20E3...0x20E3, 0x0...0x10FFFF,
  ]

  mutating func next(scalars count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    while scalars.count < count {
      guard let piece = RandomText.pieces.randomElement(using: &random) else { break }
      let value = UInt32.random(in: piece, using: &random)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  mutating func nextBytes(_ count: Int) -> String {
    String(decoding: (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }, as: UTF8.self)
  }
}
