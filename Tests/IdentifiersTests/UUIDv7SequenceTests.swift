import Foundation
import Identifiers
import Testing

@Suite struct UUIDv7SequenceTests {
  @Test func `Time, version and variant stand where RFC 9562 puts them`() {
    var ids = UUIDv7Sequence()
    var zeros = FixedBits(words: [0])
    let id = ids.next(at: Date(timeIntervalSince1970: 1_645_557_742), using: &zeros)
    #expect(id.lowercaseString == "017f22e2-79b0-7000-8000-000000000000")
  }

  @Test func `Identifiers grow within a millisecond and when the clock is set back`() {
    var ids = UUIDv7Sequence()
    var generator = SystemRandomNumberGenerator()
    let times = [1_000.0, 1_000, 1_000, 999, 1_000.001, 1_000.001, 5, 2_000]
    let made = times.map { ids.next(at: Date(timeIntervalSince1970: $0), using: &generator).uuidString }
    #expect(made == made.sorted())
    #expect(Set(made).count == times.count)
  }

  @Test func `A millisecond whose random bits are used up goes over into the next`() {
    var ids = UUIDv7Sequence()
    var ones = FixedBits(words: [.max])
    let now = Date(timeIntervalSince1970: 1)
    let first = ids.next(at: now, using: &ones).lowercaseString
    let second = ids.next(at: now, using: &ones).lowercaseString
    #expect(first == "00000000-03e8-7fff-bfff-ffffffffffff")
    #expect(second.hasPrefix("00000000-03e9-7000-8000-"))
  }
}

private struct FixedBits: RandomNumberGenerator {
  var words: [UInt64]
  private var position = 0

  init(words: [UInt64]) {
    self.words = words
  }

  mutating func next() -> UInt64 {
    defer { position += 1 }
    return words[position % words.count]
  }
}
