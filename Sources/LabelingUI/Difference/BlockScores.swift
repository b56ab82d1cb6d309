/// The blocks of one side by their terms, to be scored against blocks of the other.
struct BlockScores {
  private struct Entry {
    let block: Int32
    let weight: Float
  }

  /// Term by term; of each, its blocks in order.
  private var entries: [Entry]
  /// The first entry of each term, and at last the end of all.
  private var starts: [Int32]

  init(_ blocks: [[BlockVectors.Component]], termLimit: Int) {
    starts = [Int32](repeating: 0, count: termLimit + 1)
    for block in blocks { for component in block { starts[Int(component.term) + 1] += 1 } }
    for term in 0..<termLimit { starts[term + 1] += starts[term] }
    entries = [Entry](repeating: Entry(block: 0, weight: 0), count: Int(starts[termLimit]))
    var next = starts
    for (block, components) in blocks.enumerated() {
      for component in components {
        let term = Int(component.term)
        entries[Int(next[term])] = Entry(
          block: Int32(truncatingIfNeeded: block), weight: component.weight)
        next[term] += 1
      }
    }
  }

  /// Puts the cosine with each of some blocks into an array of as many numbers.
  func score(_ vector: [BlockVectors.Component], against blocks: Range<Int>, into cosines: inout [Float]) {
    entries.withUnsafeBufferPointer { entries in
      cosines.withUnsafeMutableBufferPointer { cosines in
        cosines.update(repeating: 0)
        for component in vector {
          let end = Int(starts[Int(component.term) + 1])
          var index = Self.first(of: blocks, in: entries, Int(starts[Int(component.term)])..<end)
          while index < end, Int(entries[index].block) < blocks.upperBound {
            cosines[Int(entries[index].block) - blocks.lowerBound] += entries[index].weight * component.weight
            index += 1
          }
        }
      }
    }
  }

  private static func first(
    of blocks: Range<Int>, in entries: UnsafeBufferPointer<Entry>, _ range: Range<Int>
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].block) < blocks.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
