import Foundation

/// One result on its way into the books: what was tried, what became of it, and when.
struct Step: Equatable, Sendable {
  let id: UUID
  let attempt: Attempt
  let reading: Reading
  let now: BootTime
  /// Microseconds since 1970.
  let wallTime: Int64
  /// From 0 up to 1.
  let jitter: Double
}
