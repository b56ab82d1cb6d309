import Foundation
import StrictJSON

/// One thing that was measured, beside what it is compared with.
struct Figure {
  /// How the first samples stand to their peer, and what was promised of it.
  struct Comparison {
    /// Such as `times less`.
    let words: String
    let value: Double
    let limit: Double
    /// Whether more is better.
    var isFloor = false

    var isKept: Bool { isFloor ? value >= limit : value <= limit }
  }

  let name: String
  let unit: String
  /// The subject first, then its peers.
  let samples: [Samples]
  var comparison: Comparison?
  /// Of the machine, over the last minute: what a figure from a busy machine is worth.
  let load = Figure.loadAverage()

  var isKept: Bool { comparison?.isKept ?? true }

  private static func loadAverage() -> Double {
    var load = 0.0
    return getloadavg(&load, 1) == 1 ? load : .nan
  }
}

extension Figure {
  /// Of the medians.
  static func times(_ subject: Samples, _ peer: Samples, limit: Double) -> Comparison {
    Comparison(words: "times \(peer.name)", value: subject.median / peer.median, limit: limit)
  }

  static func times(_ subject: Samples, _ peer: Samples, atLeast limit: Double) -> Comparison {
    Comparison(
      words: "times \(peer.name)", value: subject.median / peer.median, limit: limit, isFloor: true)
  }

  static func difference(_ subject: Samples, _ peer: Samples, unit: String, limit: Double) -> Comparison {
    Comparison(words: "\(unit) more than \(peer.name)", value: subject.median - peer.median, limit: limit)
  }

  static func most(_ subject: Samples, unit: String, limit: Double) -> Comparison {
    Comparison(words: "\(unit) at most", value: subject.maximum, limit: limit)
  }

  static func least(_ subject: Samples, unit: String, limit: Double) -> Comparison {
    Comparison(words: "\(unit) at least", value: subject.minimum, limit: limit, isFloor: true)
  }
}

// MARK: - For people and programs

extension Figure {
  /// Such as
  /// `key to paint (ms): podium 0.31 [0.25 … 0.60 … 1.1], less 0.18 […]: 1.7 times less, 2 allowed; n 300, load 0.2`.
  var line: String {
    let measured = samples.map(\.summary).joined(separator: ", ")
    let verdict = comparison.map { ": \($0.text)" } ?? ""
    let count = samples.map(\.values.count).max() ?? 0
    return "\(name) (\(unit)): \(measured)\(verdict); n \(count), load \(load.threeDigits)"
  }

  var json: JSONValue {
    var object: JSONObject = [
      "name": .string(name), "unit": .string(unit), "samples": .array(samples.map(\.json)),
      "load": .number(load),
    ]
    object["comparison"] = comparison?.json
    return .object(object)
  }
}

extension Figure.Comparison {
  fileprivate var text: String {
    let sentence = "\(value.threeDigits) \(words), \(limit.threeDigits) \(isFloor ? "wanted" : "allowed")"
    return isKept ? sentence : sentence + " (NOT KEPT)"
  }

  fileprivate var json: JSONValue {
    ["words": .string(words), "value": .number(value), "limit": .number(limit)]
  }
}

extension Samples {
  /// Median, and in brackets the least, the 99th percentile and the greatest.
  fileprivate var summary: String {
    let spread = [minimum, percentile(99), maximum].map(\.threeDigits).joined(separator: " … ")
    return values.count > 1 ? "\(name) \(median.threeDigits) [\(spread)]" : "\(name) \(median.threeDigits)"
  }

  fileprivate var json: JSONValue {
    [
      "name": .string(name), "n": .number(JSONNumber(values.count)), "min": .number(minimum),
      "p50": .number(median), "p99": .number(percentile(99)), "max": .number(maximum),
    ]
  }
}

extension JSONValue {
  fileprivate static func number(_ value: Double) -> JSONValue {
    JSONNumber(value).map(JSONValue.number) ?? .null
  }
}

extension Double {
  fileprivate var threeDigits: String { String(format: "%.3g", self) }
}
