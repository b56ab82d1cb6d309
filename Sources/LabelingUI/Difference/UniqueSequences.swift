/// Finds short sequences that stand just once on each of two sides: the fixed points of patience diff.
struct UniqueSequences {
  private struct Place {
    let left: Int32
    var right: Int32
    var leftCount: UInt8
    var rightCount: UInt8
  }

  let left: UnsafeBufferPointer<Int32>
  let right: UnsafeBufferPointer<Int32>
  let length: Int

  /// The longest chain of them that stands in the same order on both sides.
  func common(_ leftRange: Range<Int>, _ rightRange: Range<Int>) -> [MatchedRun] {
    let lefts = leftRange.dropLast(length - 1)
    let rights = rightRange.dropLast(length - 1)
    guard !lefts.isEmpty, !rights.isEmpty else { return [] }
    var slots = [Int32](repeating: -1, count: 1 << (Int.bitWidth - (2 * lefts.count).leadingZeroBitCount))
    var places: [Place] = []
    places.reserveCapacity(lefts.count)
    for index in lefts {
      let slot = slot(of: left, index, in: slots, places)
      if slots[slot] >= 0 {
        places[Int(slots[slot])].leftCount = 2
      } else {
        slots[slot] = Int32(truncatingIfNeeded: places.count)
        places.append(
          Place(left: Int32(truncatingIfNeeded: index), right: 0, leftCount: 1, rightCount: 0))
      }
    }
    for index in rights {
      let place = slots[slot(of: right, index, in: slots, places)]
      guard place >= 0 else { continue }
      places[Int(place)].right = Int32(truncatingIfNeeded: index)
      places[Int(place)].rightCount = min(2, places[Int(place)].rightCount + 1)
    }
    let common = places.filter { $0.leftCount == 1 && $0.rightCount == 1 }
    return common.longestAscendingChain(by: \.right).map {
      MatchedRun(left: Int(common[$0].left), right: Int(common[$0].right), count: length)
    }
  }

  @inline(__always)
  private func slot(
    of side: UnsafeBufferPointer<Int32>, _ index: Int, in slots: [Int32], _ places: [Place]
  ) -> Int {
    var hash: UInt64 = 0
    for offset in 0..<length { Fingerprint.combine(side[index + offset], into: &hash) }
    var slot = Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
    while slots[slot] >= 0, !isSame(side, index, Int(places[Int(slots[slot])].left)) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  @inline(__always)
  private func isSame(_ side: UnsafeBufferPointer<Int32>, _ index: Int, _ place: Int) -> Bool {
    for offset in 0..<length where side[index + offset] != left[place + offset] { return false }
    return true
  }
}
