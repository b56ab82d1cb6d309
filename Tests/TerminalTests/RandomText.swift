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

  /// Punctuation that rows may end after, and the scripts without blanks between words.
  private static let breakable: [ClosedRange<UInt32>] = [
    0x61...0x7A, 0x61...0x7A, 0x61...0x7A, 0x20...0x20, 0x2D...0x2F, 0x30...0x33, 0x60...0x60,
    0x2010...0x2014,
    0x0A...0x0A, 0xE01...0xE4E, 0xE01...0xE4E, 0xE81...0xECD, 0x1000...0x104F, 0x1780...0x17D6,
    0x1780...0x17D6,
  ]

  private static let syllables: [[ClosedRange<UInt32>]] = [
    [0xE01...0xE2E, 0xE34...0xE39, 0xE48...0xE4B], [0xE40...0xE44, 0xE01...0xE2E, 0xE30...0xE30],
    [0xE01...0xE2E, 0xE33...0xE33], [0xEA1...0xEA3, 0xEB4...0xEB9, 0xEC8...0xECB],
    [0xEC0...0xEC4, 0xE94...0xE97],
    [0x1780...0x17A2, 0x17D2...0x17D2, 0x1780...0x17A2, 0x17B6...0x17C5],
    [0x1000...0x1021, 0x1039...0x1039, 0x1000...0x1021, 0x102D...0x1032], [0x61...0x7A], [0x20...0x20],
  ]

  /// Writing of the scripts without blanks between words, with few blanks.
  mutating func next(syllables count: Int) -> String {
    (0..<count).map { _ in
      let syllable = RandomText.syllables.randomElement(using: &random) ?? []
      var scalars = String.UnicodeScalarView()
      scalars.append(
        contentsOf: syllable.compactMap { Unicode.Scalar(UInt32.random(in: $0, using: &random)) })
      return String(scalars)
    }.joined()
  }

  mutating func next(scalars count: Int) -> String { next(scalars: count, of: RandomText.pieces) }

  mutating func nextBreakable(scalars count: Int) -> String {
    next(scalars: count, of: RandomText.breakable)
  }

  private mutating func next(scalars count: Int, of pieces: [ClosedRange<UInt32>]) -> String {
    var scalars = String.UnicodeScalarView()
    while scalars.count < count {
      guard let piece = pieces.randomElement(using: &random) else { break }
      let value = UInt32.random(in: piece, using: &random)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  mutating func nextBytes(_ count: Int) -> String {
    String(decoding: (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }, as: UTF8.self)
  }
}
