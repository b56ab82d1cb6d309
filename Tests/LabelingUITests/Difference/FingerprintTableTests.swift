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

  @Test func `keys made to want one slot do not, where the multiplier is another`() {
    let known: UInt64 = 0x9E37_79B9_7F4A_7C15
    // Times the known multiplier they are 1, 2, 3, ...: numbers without upper bits.
    var inverse: UInt64 = 1
    for _ in 0..<6 { inverse = inverse &* (2 &- known &* inverse) }
    let keys = (1...3000).map { inverse &* $0 }
    func longestSearch(multiplier: UInt64) -> Int {
      var table = FingerprintTable<Int>(0, expecting: 4, multiplier: multiplier)
      for key in keys { table.update(key) { $0 += 1 } }
      return table.longestSearch
    }
    #expect(longestSearch(multiplier: known) == keys.count)
    for multiplier: UInt64 in [0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB] {
      #expect(longestSearch(multiplier: multiplier) < 200)
    }
    #expect(Fingerprint.multiplier % 2 == 1 && Fingerprint.multiplier != known)
  }
}
