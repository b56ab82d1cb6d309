/// The numbers that a rating may be: from the least to the greatest, in steps.
package struct Scale: Hashable, Sendable {
  package let minimum: Double
  package let maximum: Double
  package let step: Double

  /// `nil` unless there are two numbers or more, and no more than a thousand, that four decimals tell apart.
  package init?(minimum: Double, maximum: Double, step: Double = 1) {
    guard minimum.isFinite, maximum.isFinite, step.isFinite, minimum < maximum,
      step >= Self.finest,
      (maximum - minimum) / step >= 1 - Self.tolerance, (maximum - minimum) / step <= 1000
    else { return nil }
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
  }

  /// How many numbers there are.
  package var count: Int { Int(((maximum - minimum) / step + Self.tolerance).rounded(.down)) + 1 }

  /// Rounded to what is sent: four decimals.
  package func number(at index: Int) -> Double {
    ((minimum + Double(max(0, min(index, count - 1))) * step) * 10_000).rounded() / 10_000
  }

  package func index(of number: Double) -> Int? {
    let index = ((number - minimum) / step).rounded()
    guard index >= 0, index < Double(count), abs(self.number(at: Int(index)) - number) < Self.tolerance else {
      return nil
    }
    return Int(index)
  }

  /// As people write it: `4`, `0.5`.
  package static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  private static let finest = 0.0001
  private static let tolerance = 1e-6
}
