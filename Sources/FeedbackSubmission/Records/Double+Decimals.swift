import Foundation

extension Double {
  /// Rounded to four decimals of the exact decimal value, halves to even: what Python's `round(x, 4)` gives.
  var roundedToFourDecimals: Double {
    // From 2^52 on there are no fractions. Below, a value that is the double nearest to some k/10000 is its
    // own result.
    guard isFinite, magnitude < 0x1p52 else { return self }
    if (self * 10_000).rounded() / 10_000 == self { return self }
    return Double(String(format: "%.4f", self)) ?? self
  }
}
