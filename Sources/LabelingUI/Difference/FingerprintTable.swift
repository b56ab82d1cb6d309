/// Values by fingerprint. What is a hash already, or nearly so, is not hashed with care once more, but by a multiplier that
/// nobody knows who writes texts: else a text could be made whose fingerprints all want the same slot.
struct FingerprintTable<Value> {
  private struct Slot {
    /// 0 is free.
    var key: UInt64
    var value: Value
  }

  private let initial: Value
  private let multiplier: UInt64
  private var slots: [Slot]
  private var bits: Int
  private var used = 0

  /// - Parameters:
  ///   - initial: What a key has that was not given another value.
  ///   - count: How many keys are expected; there may be more.
  ///   - multiplier: An odd number.
  init(_ initial: Value, expecting count: Int, multiplier: UInt64 = Fingerprint.multiplier) {
    self.initial = initial
    self.multiplier = multiplier
    bits = max(6, Int.bitWidth - (2 * count).leadingZeroBitCount)
    slots = [Slot](repeating: Slot(key: 0, value: initial), count: 1 << bits)
  }

  subscript(_ fingerprint: UInt64) -> Value {
    let slot = slot(of: max(1, fingerprint))
    return slots[slot].key == 0 ? initial : slots[slot].value
  }

  @inline(__always)
  mutating func update(_ fingerprint: UInt64, _ change: (inout Value) -> Void) {
    let key = max(1, fingerprint)
    var index = slot(of: key)
    if slots[index].key == 0 {
      used += 1
      if 2 * used > slots.count {
        grow()
        index = slot(of: key)
      }
      slots[index].key = key
    }
    change(&slots[index].value)
  }

  /// Its own, or the one that it would get.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* multiplier) >> UInt64(64 - bits))
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// How many slots are looked at, at most, to find a key.
  var longestSearch: Int {
    slots.indices.lazy.filter { slots[$0].key != 0 }.map { index in
      let first = Int(truncatingIfNeeded: (slots[index].key &* multiplier) >> UInt64(64 - bits))
      return ((index - first) & (slots.count - 1)) + 1
    }.max() ?? 0
  }

  private mutating func grow() {
    let known = slots
    bits += 1
    slots = [Slot](repeating: Slot(key: 0, value: initial), count: 1 << bits)
    for entry in known where entry.key != 0 { slots[slot(of: entry.key)] = entry }
  }
}
