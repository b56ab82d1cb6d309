import StrictJSON
import Testing

@testable import Preference

@Suite struct RemarksTests {
  let candidates = [
    Candidate(output: .text("é")), Candidate(output: .structured(["a": 1])), Candidate(output: .text("c")),
  ]

  @Test func `what says nothing is left out`() {
    let remarks = Remarks(
      comment: " \n", runComments: [0: "", 1: "\u{A0}\t", 2: " so "],
      corrections: [0: .text("é"), 1: .structured(["a": 1]), 2: .text("C")])
    let cleaned = remarks.cleaned(for: candidates)
    #expect(cleaned == Remarks(runComments: [2: " so "], corrections: [2: .text("C")]))
  }

  @Test func `a correction differs by its bytes`() {
    let corrections: [Int: Candidate.Output] = [0: .text("e\u{301}"), 1: .structured(["a": 1.0])]
    #expect(Remarks(corrections: corrections).cleaned(for: candidates).corrections == corrections)
  }

  @Test func `they fit candidates that are there, in their kind`() {
    #expect(
      Remarks(comment: "x", runComments: [2: "y"], corrections: [1: .structured([:])]).misfit(for: candidates)
        == nil)
    #expect(Remarks(runComments: [3: "y"]).misfit(for: candidates) != nil)
    #expect(Remarks(corrections: [-1: .text("y")]).misfit(for: candidates) != nil)
    #expect(Remarks(corrections: [1: .text("y")]).misfit(for: candidates) != nil)
    #expect(Remarks(corrections: [0: .structured([:])]).misfit(for: candidates) != nil)
  }

  @Test func `they are read as they were written`() throws {
    let remarks = Remarks(
      comment: "e\u{301}\0", runComments: [1: "y"],
      corrections: [0: .text("E"), 1: .structured(["a": 1.50])],
      answers: [
        AnswerSlot("sure"): .rating(0.5), AnswerSlot("tags", candidate: 1): .tags(["a", "b"]),
        AnswerSlot("seen", candidate: 0): .flag(true), AnswerSlot("why", candidate: 1): .text("so"),
      ])
    let field = Field(value: try JSONParser.parse(remarks.json.utf8()), path: .record)
    #expect(try Remarks(field, candidates: candidates) == remarks)
    #expect(try Remarks(field, candidateCount: 2) == remarks)
    #expect(throws: RecordFault.self) { try Remarks(field, candidateCount: 1) }
    #expect(throws: RecordFault.self) { try Remarks(field, candidates: [candidates[1], candidates[0]]) }
  }
}
