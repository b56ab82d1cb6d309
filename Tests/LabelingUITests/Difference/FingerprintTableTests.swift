import Testing

@testable import LabelingUI

@Suite("Tables by fingerprint")
struct FingerprintTableTests {
  @Test func `it holds what a dictionary holds, however many keys come`() {
    var samples = DifferenceSamples(seed: 12)
    var table = FingerprintTable<Int>(-1, expecting: 4)
    var dictionary: [UInt64: Int] = [:]
    for round in 0..<20_000 {
      // Keys that differ in their upper half only, in their lower half only, and 0.
      let number = UInt64(samples.number(in: 0...4000))
      let key = round % 2 == 0 ? number : number << 32
      table.update(key) { $0 += 2 }
      dictionary[key, default: -1] += 2
    }
    for (key, value) in dictionary where key > 1 { #expect(table[key] == value) }
    #expect(table[9_999_999] == -1)
  }
}
