import StrictJSON
import Testing

@testable import Preference

@Suite struct TRLPreferenceExportTests {
  @Test func `A ranking becomes a row for each pair of which one stands above the other`() throws {
    let (rows, loss) = try export([(.ranked, [[2], [0, 3]])], of: makeComparison(["a", "b", "c", "d"]))
    #expect(
      rows == [
        #"{"prompt":"Why?","chosen":"c","rejected":"a"}"#, #"{"prompt":"Why?","chosen":"c","rejected":"d"}"#,
      ])
    #expect(loss.pairs == 2)
    #expect(loss.ties == 1)
    #expect(loss.unranked == 1)
  }

  @Test func `All ordered pairs of a full ranking come out`() throws {
    let (rows, _) = try export([(.ranked, [[0], [1], [2], [3]])], of: makeComparison(["a", "b", "c", "d"]))
    #expect(rows.count == 6)
    #expect(Set(rows).count == 6)
  }

  @Test func `A conversation keeps its messages, and answers become messages of the assistant`() throws {
    let prompt = Prompt.messages([.init(role: "system", content: "s"), .init(role: "user", content: "u")])
    let (rows, _) = try export([(.ranked, [[1], [0]])], of: makeComparison(["a", "b"], prompt: prompt))
    #expect(
      rows == [
        #"{"prompt":[{"role":"system","content":"s"},{"role":"user","content":"u"}],"#
          + #""chosen":[{"role":"assistant","content":"b"}],"rejected":[{"role":"assistant","content":"a"}]}"#
      ])
  }

  @Test func `Structured outputs become compact JSON text`() throws {
    let comparison = Comparison(
      id: "q", prompt: .text("Why?"),
      candidates: [Candidate(output: .structured(["z": 1.0, "a": ["é"]])), Candidate(output: .text("b"))])
    let (rows, _) = try export([(.ranked, [[0], [1]])], of: comparison)
    #expect(rows == [#"{"prompt":"Why?","chosen":"{\"z\":1.0,\"a\":[\"é\"]}","rejected":"b"}"#])
  }

  @Test func `Answers that read the same are skipped, those that only look the same are not`() throws {
    let (rows, loss) = try export(
      [(.ranked, [[0], [1], [2]])], of: makeComparison(["\u{e9}", "\u{e9}", "e\u{301}"]))
    #expect(rows.count == 1)
    #expect(loss.identical == 1)
    #expect(loss.repeated == 1)
  }

  @Test func `What cannot be a pair is counted and named`() throws {
    let verdicts: [(Verdict, [[Int]])] = [
      (.allGood, []), (.allBad, []), (.allBad, []), (.cannotJudge, []), (.ranked, [[0, 1, 2]]),
      (.ranked, [[0], [1]]),
    ]
    let (_, loss) = try export(verdicts, of: makeComparison(["a", "b", "c"]))
    #expect(
      loss.sentence(format: "trl-dpo")
        == "trl-dpo: 1 pair; not representable: 3 ties, 1 all good, 2 all bad, 1 cannot judge, 1 unranked run"
    )
  }

  @Test func `The sentence groups thousands, and is short when nothing was lost`() {
    var loss = ExportLoss()
    loss.standardPairs = 1_204
    #expect(loss.sentence(format: "trl-dpo") == "trl-dpo: 1,204 pairs")
    loss.conversationalPairs = 2
    #expect(
      loss.sentence(format: "trl-dpo")
        == "trl-dpo: 1,206 pairs (1,204 have text prompts, 2 conversations: load them apart)")
  }

  @Test func `A correction is preferred to what it corrects and to what stands below that`() throws {
    var export = TRLPreferenceExport()
    let ranking = try #require(Ranking(tiers: [[0], [1], [2, 3]], candidateCount: 4))
    let remarks = Remarks(corrections: [1: .text("B"), 3: .text("D")])
    let lines = export.lines(
      for: makeJudgment(.ranked, ranking, remarks: remarks), of: makeComparison(["a", "b", "c", "d"]))
    let pairs = try lines.split(separator: 0x0A).map { line in
      let row = try JSONParser.parse(line).object
      return "\(row?["chosen"]?.string ?? "")>\(row?["rejected"]?.string ?? "")"
    }
    #expect(pairs == ["a>b", "a>c", "a>d", "b>c", "b>d", "B>b", "B>c", "B>d", "D>d"])
    #expect(
      export.loss.sentence(format: "trl-dpo")
        == "trl-dpo: 9 pairs, 4 prefer a corrected text; not representable: 1 tie")
  }

  @Test func `No pair is said twice, and verdicts on all keep their corrections`() throws {
    var export = TRLPreferenceExport()
    let ranking = try #require(Ranking(tiers: [[0], [1]], candidateCount: 2))
    let comparison = makeComparison(["a", "b"])
    let same = export.lines(
      for: makeJudgment(.ranked, ranking, remarks: Remarks(corrections: [1: .text("a")])), of: comparison)
    #expect(same.filter { $0 == 0x0A }.count == 1)
    #expect(export.loss.repeated == 1)
    // Another rater may say the same.
    let again = export.lines(for: makeJudgment(.ranked, ranking), of: comparison)
    #expect(again.filter { $0 == 0x0A }.count == 1)
    let bad = export.lines(
      for: makeJudgment(.allBad, remarks: Remarks(corrections: [0: .text("A")])), of: comparison)
    #expect(String(decoding: bad, as: UTF8.self) == #"{"prompt":"Why?","chosen":"A","rejected":"a"}"# + "\n")
  }

  private func export(
    _ verdicts: [(Verdict, [[Int]])], of comparison: Comparison
  ) throws -> (rows: [String], loss: ExportLoss) {
    var export = TRLPreferenceExport()
    var bytes: [UInt8] = []
    for (verdict, tiers) in verdicts {
      let ranking = try #require(Ranking(tiers: tiers, candidateCount: comparison.candidates.count))
      bytes += export.lines(for: makeJudgment(verdict, ranking), of: comparison)
    }
    #expect(bytes.isEmpty || bytes.last == 0x0A)
    return (String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init), export.loss)
  }
}
