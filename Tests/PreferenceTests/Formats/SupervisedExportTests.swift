import StrictJSON
import Testing

@testable import Preference

@Suite struct SupervisedExportTests {
  func rows(_ lines: [UInt8]) throws -> [JSONValue] {
    try lines.split(separator: 0x0A).map { try JSONParser.parse($0) }
  }

  @Test func `a corrected text completes its prompt`() throws {
    var export = SupervisedExport(.completion)
    let judgment = makeJudgment(
      .allBad, remarks: Remarks(corrections: [1: .text("e\u{301}"), 0: .text("x\n")]))
    let lines = export.lines(for: judgment, of: makeComparison(["a", "b"]))
    #expect(
      try rows(lines) == [
        ["prompt": "Why?", "completion": "x\n"], ["prompt": "Why?", "completion": "e\u{301}"],
      ])
    #expect(export.sentence == "sft: 2 corrected texts")
  }

  @Test func `a conversation is completed by a message`() throws {
    let prompt = Prompt.messages([.init(role: "user", content: "Hi")])
    let judgment = makeJudgment(.allGood, remarks: Remarks(corrections: [0: .text("Hello")]))
    var completion = SupervisedExport(.completion)
    #expect(
      try rows(completion.lines(for: judgment, of: makeComparison(["a", "b"], prompt: prompt))) == [
        [
          "prompt": [["role": "user", "content": "Hi"]],
          "completion": [["role": "assistant", "content": "Hello"]],
        ]
      ])
    var messages = SupervisedExport(.messages)
    #expect(
      try rows(messages.lines(for: judgment, of: makeComparison(["a", "b"], prompt: prompt))) == [
        ["messages": [["role": "user", "content": "Hi"], ["role": "assistant", "content": "Hello"]]]
      ])
    #expect(
      try rows(messages.lines(for: judgment, of: makeComparison(["a", "b"]))) == [
        ["messages": [["role": "user", "content": "Why?"], ["role": "assistant", "content": "Hello"]]]
      ])
  }

  @Test func `structured outputs complete as their one text, or as JSON`() throws {
    let comparison = Comparison(
      id: "q", prompt: .text("?"),
      candidates: [
        Candidate(output: .structured(["answer": "a"])), Candidate(output: .structured(["a": 1, "b": 2])),
      ])
    let corrections: [Int: Candidate.Output] = [
      0: .structured(["answer": "A"]), 1: .structured(["a": 1.50, "b": 2]),
    ]
    var export = SupervisedExport(.completion)
    let lines = export.lines(
      for: makeJudgment(.allBad, remarks: Remarks(corrections: corrections)), of: comparison)
    #expect(try rows(lines).map { $0.object?["completion"] } == ["A", #"{"a":1.5,"b":2}"#])
  }

  @Test func `what was chosen goes only if it is asked for and alone at the top`() throws {
    let comparison = makeComparison(["a", "b"])
    let first = makeJudgment(.ranked, try #require(Ranking(tiers: [[1], [0]], candidateCount: 2)))
    let tie = makeJudgment(.ranked, try #require(Ranking(tiers: [[0, 1]], candidateCount: 2)))
    var corrected = SupervisedExport(.completion)
    #expect(corrected.lines(for: first, of: comparison).isEmpty)
    #expect(corrected.sentence == "sft: 0 corrected texts; not exported: 1 judgment without a correction")
    var all = SupervisedExport(.completion, includesChosen: true)
    #expect(try rows(all.lines(for: first, of: comparison)) == [["prompt": "Why?", "completion": "b"]])
    #expect(all.lines(for: tie, of: comparison).isEmpty)
    #expect(all.lines(for: makeJudgment(.cannotJudge), of: comparison).isEmpty)
    #expect(
      all.sentence
        == "sft: 0 corrected texts, 1 chosen output; not exported: 2 judgments without a correction or one best run"
    )
  }

  @Test func `two corrections that read the same are one row`() throws {
    var export = SupervisedExport(.messages)
    let judgment = makeJudgment(.allBad, remarks: Remarks(corrections: [0: .text("x"), 1: .text("x")]))
    #expect(try rows(export.lines(for: judgment, of: makeComparison(["a", "b"]))).count == 1)
    #expect(export.sentence == "sft-messages: 1 corrected text; not exported: 1 correction said twice")
  }
}
