import Foundation

/// Durations of one thing done many times.
struct Measurement {
  private(set) var milliseconds: [Double] = []

  mutating func time<Value>(_ body: () throws -> Value) rethrows -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    defer { milliseconds.append((clock.now - start) / .milliseconds(1)) }
    return try body()
  }

  func percentile(_ share: Double) -> Double {
    guard !milliseconds.isEmpty else { return .nan }
    return milliseconds.sorted()[min(milliseconds.count - 1, Int(share * Double(milliseconds.count)))]
  }

  var summary: String {
    let figures = [("min", 0), ("p50", 0.5), ("p99", 0.99)].map { name, share in
      "\"\(name)_ms\":\(String(format: "%.4f", percentile(share)))"
    }
    return "{\"n\":\(milliseconds.count),\(figures.joined(separator: ","))}"
  }
}
