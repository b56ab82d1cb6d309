import Terminal

extension [RoleSpan] {
  /// Puts spans over those that are there, of which only what is beside them stays. Both ascend.
  mutating func overlay(_ others: [RoleSpan]) {
    var rest = others[...]
    var result: [RoleSpan] = []
    for span in self {
      var start = Swift.max(span.range.lowerBound, result.last?.range.upperBound ?? 0)
      while let other = rest.first, other.range.lowerBound < span.range.upperBound {
        if start < other.range.lowerBound {
          result.append(RoleSpan(range: start..<other.range.lowerBound, role: span.role))
        }
        start = Swift.max(start, other.range.upperBound)
        result.append(other)
        rest = rest.dropFirst()
      }
      if start < span.range.upperBound {
        result.append(RoleSpan(range: start..<span.range.upperBound, role: span.role))
      }
    }
    self = result + rest
  }
}
