import Foundation
import Preference
import Testing

@testable import LabelingUI

@Suite struct CorrectionReportTests {
  func unified(_ left: String, _ right: String) -> String {
    String(decoding: LineDifference(left, right).unified, as: UTF8.self)
  }

  func words(_ left: String, _ right: String) -> String {
    String(decoding: WordDifference(left, right).marked, as: UTF8.self)
  }

  @Test func `changed lines stand with three lines around them`() {
    let left = (1...12).map { "\($0)\n" }.joined()
    #expect(
      unified(left, left.replacing("6\n", with: "six\n"))
        == "@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6\n+six\n 7\n 8\n 9\n")
    #expect(
      unified(left, "0\n" + left + "13\n")
        == "@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -10,3 +11,4 @@\n 10\n 11\n 12\n+13\n")
    #expect(unified(left, left) == "")
  }

  @Test func `a last line without an end is told`() {
    #expect(
      unified("a", "a\n")
        == "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
    #expect(unified("", "x\n") == "@@ -0,0 +1 @@\n+x\n")
    #expect(unified("x\r\ny", "") == "@@ -1,2 +0,0 @@\n-x\r\n-y\n\\ No newline at end of file\n")
  }

  @Test func `what diff tells turns one text into the other`() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<300 {
      let left = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        "\(Int.random(in: 0..<9, using: &generator))\n"
      }
      let right = left.flatMap { line -> [String] in
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: []
        case 1: [line, "new\n"]
        case 2: ["other\n"]
        default: [line]
        }
      }
      #expect(Self.patched(left, unified(left.joined(), right.joined())) == right)
    }
  }

  /// As `patch` does it.
  private static func patched(_ lines: [String], _ hunks: String) -> [String] {
    var result: [String] = []
    var next = 0
    for line in hunks.split(separator: "\n").map(String.init) {
      let text = String(line.dropFirst()) + "\n"
      switch line.first {
      case "@":
        let place = line.split(separator: " ")[1].dropFirst().split(separator: ",").compactMap { Int($0) }
        let start = place.count == 2 && place[1] == 0 ? place[0] : place[0] - 1
        while next < start {
          result.append(lines[next])
          next += 1
        }
      case " ":
        result.append(text)
        next += 1
      case "-": next += 1
      default: result.append(text)
      }
    }
    return result + lines[next...]
  }

  @Test func `words are marked as taken out and put in`() {
    #expect(words("the quick fox", "the slow fox") == "the [-quick-]{+slow+} fox")
    #expect(words("the quick fox", "the fox") == "the [-quick-] fox")
    #expect(words("the fox", "the quick brown fox.") == "the {+quick brown+} fox{+.+}")
    #expect(words("これは本です", "これは犬です") == "これは[-本-]{+犬+}です")
    #expect(words("a b", "a") == "a[-b-]")
    #expect(words("", "x") == "{+x+}")
  }

  @Test func `each correction has a head that names comparison, candidate and rater`() {
    var report = CorrectionReport(.lines)
    let comparison = makeComparison("q\u{1B}1", texts: ["a\n", "b\n"])
    let judgment = Judgment(
      id: UUID(), lineage: UUID(), revision: 1, comparisonID: "q1", rater: "ada", verdict: .allBad,
      ranking: Ranking(), remarks: Remarks(corrections: [1: .text("B\n")]), orderShown: [0, 1],
      elapsedMilliseconds: 1, decidedAt: Date(), programVersion: "1")
    #expect(
      String(decoding: report.text(for: judgment, of: comparison), as: UTF8.self)
        == "--- q 1/candidate 2\n+++ q 1/candidate 2, corrected by ada\n@@ -1 +1 @@\n-b\n+B\n")
    #expect(report.sentence == "diff: 1 correction")
  }
}
