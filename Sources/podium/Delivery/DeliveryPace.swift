import Foundation

/// How fast delivery goes, measured over the last seconds.
struct DeliveryPace: Equatable {
  private struct Sample: Equatable {
    let time: Date
    let ended: Int
  }

  private var samples: [Sample] = []

  /// Long enough for a batch or two to come through, short enough to follow a server that slows down.
  private static let window: TimeInterval = 10
  /// Less says nothing.
  private static let shortest: TimeInterval = 1

  /// - Parameter ended: How many groups have come to an end up to now.
  mutating func note(ended: Int, at now: Date) {
    samples.append(Sample(time: now, ended: ended))
    // The last one before the window tells how many there were when it began.
    while samples.count > 2, samples[1].time <= now.addingTimeInterval(-Self.window) { samples.removeFirst() }
  }

  /// Groups a second; `nil` while it cannot be told, or nothing moves.
  var perSecond: Double? {
    guard let first = samples.first, let last = samples.last, last.ended > first.ended else { return nil }
    let elapsed = last.time.timeIntervalSince(first.time)
    return elapsed >= Self.shortest ? Double(last.ended - first.ended) / elapsed : nil
  }

  /// Such as `240/s`, or `12/min` where it is slow.
  var text: String? {
    perSecond.map { $0 >= 1 ? "\(Int($0.rounded()))/s" : "\(max(1, Int(($0 * 60).rounded())))/min" }
  }

  /// Such as `0:05 left`, `1:02:03 left`.
  func timeLeft(for waiting: Int) -> String? {
    guard waiting > 0, let perSecond else { return nil }
    let seconds = Int((Double(waiting) / perSecond).rounded(.up))
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let tail = Self.twoDigits(seconds % 60)
    return hours > 0 ? "\(hours):\(Self.twoDigits(minutes)):\(tail) left" : "\(minutes):\(tail) left"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
