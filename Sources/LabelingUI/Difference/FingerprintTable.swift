/// Values by fingerprint. What is a hash already, or nearly so, is not hashed with care once more.
struct FingerprintTable<Value> {
  private struct Slot {
    /// 0 is free.
    var key: UInt64
    var value: Value
  }

  private let initial: Value
  private var slots: [Slot]
  private var bits: Int
  private var used = 0

  /// - Parameters:
  ///   - initial: What a key has that was not given another value.
  ///   - count: How many keys are expected; there may be more.
  init(_ initial: Value, expecting count: Int) {
    self.initial = initial
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
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let known = slots
    bits += 1
    slots = [Slot](repeating: Slot(key: 0, value: initial), count: 1 << bits)
    for entry in known where entry.key != 0 { slots[slot(of: entry.key)] = entry }
  }
}
