extension Array {
  /// The indices of the longest chain of elements whose values ascend.
  func longestAscendingChain<Value: Comparable>(by value: (Element) -> Value) -> [Int] {
    let values = map(value)
    // The index that ends the best chain of each length, and what stands before each index in its chain.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: count)
    for index in values.indices {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] < values[index] { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [Int] = []
    var index = ends.last ?? -1
    while index >= 0 {
      chain.append(index)
      index = previous[index]
    }
    return chain.reversed()
  }
}
