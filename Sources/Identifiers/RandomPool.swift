import Foundation

/// The system's randomness, drawn for many numbers at a time: an identifier for each record would otherwise cost a system
/// call.
public struct RandomPool: RandomNumberGenerator, Sendable {
  private var numbers: [UInt64] = []

  /// As much as the system gives at once.
  private static let size = 32

  public init() {}

  public mutating func next() -> UInt64 {
    if numbers.isEmpty { refill() }
    return numbers.removeLast()
  }

  private mutating func refill() {
    numbers = [UInt64](repeating: 0, count: Self.size)
    let isFilled = numbers.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) == 0 }
    guard !isFilled else { return }
    var system = SystemRandomNumberGenerator()
    for index in numbers.indices { numbers[index] = system.next() }
  }
}
