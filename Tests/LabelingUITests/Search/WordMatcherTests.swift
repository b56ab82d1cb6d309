import Testing

@testable import LabelingUI

@Suite("Word matcher")
struct WordMatcherTests {
  @Test(arguments: [
    ("aaaa", "aa", [0, 2]), ("aabaabaab", "aabaab", [0]), ("abcabcabd", "abcabd", [3]), ("abc", "abcd", []),
    ("abab", "b", [1, 3]), ("", "a", []), ("abc", "", []), ("ababababca", "ababca", [4]),
  ])
  func `finds what does not overlap, first to last`(text: String, words: String, starts: [Int]) {
    var found: [Range<Int>] = []
    WordMatcher(scalars(words)).look(through: scalars(text)) {
      found.append($0)
      return true
    }
    #expect(found.map(\.lowerBound) == starts)
    #expect(found.allSatisfy { $0.count == words.unicodeScalars.count })
  }

  @Test func `finds the same as looking at each place, and takes two steps a scalar at most`() {
    var samples = DifferenceSamples(seed: 3)
    for _ in 0..<300 {
      let text = (0..<samples.number(in: 0...200)).map { _ in UInt32(samples.number(in: 0...1)) }
      let words = (0..<samples.number(in: 1...8)).map { _ in UInt32(samples.number(in: 0...1)) }
      var (expected, start) = ([Int](), 0)
      while start + words.count <= text.count {
        let isHere = Array(text[start..<start + words.count]) == words
        if isHere { expected.append(start) }
        start += isHere ? words.count : 1
      }
      var found: [Int] = []
      let steps = WordMatcher(words).look(through: text) {
        found.append($0.lowerBound)
        return true
      }
      #expect(found == expected, "\(words) in \(text)")
      #expect(steps <= 2 * text.count)
    }
  }

  @Test func `a thousand letters in a text of the same letter cost what the text costs`() {
    let text = Array(repeating: UInt32(97), count: 20_000)
    let steps = WordMatcher(Array(repeating: 97, count: 999) + [98]).look(through: text) { _ in true }
    #expect(steps <= 40_000)
  }

  @Test func `stops when it is enough`() {
    var count = 0
    WordMatcher([1]).look(through: [1, 1, 1, 1]) { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
