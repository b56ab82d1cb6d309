import Testing

@testable import LabelingUI

@Suite("Differing facts")
struct DifferingFactsTests {
  private static let start = "The treaty was signed by"

  @Test(arguments: [
    ("in 1648 by Anna of Austria after war", "after war once Austria asked Anna in 1658", "1648", "1658"),
    ("in 1648 by Anna after thirty years", "in 1648 once Berta and many princes asked", "Anna", "Berta"),
  ])
  func `numbers, names and negations that the other run lacks are marked where words would be noise`(
    left: String, right: String, leftFact: String, rightFact: String
  ) throws {
    let texts = ["The treaty was signed \(left).", "The treaty was signed \(right)."]
    let difference = try #require(RunDifference.of(texts[0], texts[1]))
    #expect(difference.summary.shown == .phrases, "\(difference.summary)")
    let marks = zip(texts, difference.marks).map { text, marks in
      marks.filter { $0.kind == .changed }.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
        .joined(separator: " ")
    }
    #expect(marks == [leftFact, rightFact], "\(difference.marks)")
  }

  @Test(arguments: [
    ("in 1648 and it was not kept for long", "in 1648 once many princes and cities asked", "not"),
    ("in 1648 after 30 years of war", "once the many princes of 1648 asked", "30"),
  ])
  func `a fact that stands for none of the other run is only here`(
    left: String, right: String, fact: String
  ) throws {
    let texts = ["The treaty was signed \(left).", "The treaty was signed \(right)."]
    let difference = try #require(RunDifference.of(texts[0], texts[1]))
    #expect(difference.summary.shown == .phrases, "\(difference.summary)")
    #expect(difference.marks[0].words(in: texts[0]).contains("onlyHere[\(fact)]"), "\(difference.marks)")
    #expect(!difference.marks.joined().contains { $0.kind == .changed }, "\(difference.marks)")
  }
}
