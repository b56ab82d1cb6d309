extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// The case after this one, or the one before; round in a circle.
  func neighbor(by step: Int) -> Self {
    let cases = Self.allCases
    let index = cases.firstIndex(of: self) ?? 0
    return cases[(index + step + cases.count) % cases.count]
  }
}
