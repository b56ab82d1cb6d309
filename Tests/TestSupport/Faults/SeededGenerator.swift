/// Luck that can be had again.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// From 0 to one less than `sides`.
  package mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }

  package mutating func happens(_ chance: Double) -> Bool { Double(next() >> 11) * 0x1p-53 < chance }
}
