/// What was measured of one program or one way of doing a thing.
struct Samples {
  let name: String
  private(set) var values: [Double] = []

  init(_ name: String) {
    self.name = name
  }

  var minimum: Double { percentile(0) }
  var median: Double { percentile(50) }
  var maximum: Double { percentile(100) }

  /// The least sample that so many percent do not exceed; NaN if there is none.
  func percentile(_ percent: Int) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return .nan }
    let rank = (sorted.count * percent + 99) / 100
    return rank > 0 ? sorted[rank - 1] : min(sorted[0], last)
  }

  mutating func add(_ value: Double) { values.append(value) }

  /// Adds the milliseconds that the body takes.
  mutating func time<Value>(_ body: () throws -> Value) rethrows -> Value {
    let start = ContinuousClock.now
    defer { add(start.millisecondsToNow) }
    return try body()
  }
}

extension ContinuousClock.Instant {
  var millisecondsToNow: Double { (ContinuousClock.now - self) / .milliseconds(1) }
}
