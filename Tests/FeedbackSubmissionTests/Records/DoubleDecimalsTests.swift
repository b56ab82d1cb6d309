import Testing

@testable import FeedbackSubmission

@Suite struct DoubleDecimalsTests {
  // The second of each is what Python's round(x, 4) prints.
  private static let samples: [(Double, Double)] = [
    (0.12345, 0.1235), (0.00005, 0.0001), (2.675, 2.675), (0.33335, 0.3333), (1.00005, 1.0001),
    (0.56785, 0.5678), (123456.78905, 123456.7891), (0.99995, 1.0), (-0.12345, -0.1235),
    (1000000000000000.3, 1000000000000000.2), (0.30000000000000004, 0.3), (1e-300, 0), (0.03125, 0.0312),
    (0.00015, 0.0001), (5.00025, 5.0003), (0.3333333333333333, 0.3333), (0.6666666666666666, 0.6667),
    (1e16, 1e16), (1, 1), (0, 0),
  ]

  @Test("Rounding agrees with Python's", arguments: samples)
  func rounds(value: Double, expected: Double) {
    #expect(value.roundedToFourDecimals == expected)
  }

  @Test func `A small negative value becomes negative zero, as in Python`() {
    #expect("\((-0.00001).roundedToFourDecimals)" == "-0.0")
  }

  @Test func `What is no number is left alone`() {
    #expect(Double.nan.roundedToFourDecimals.isNaN)
    #expect((-Double.infinity).roundedToFourDecimals == -.infinity)
  }
}
