import Foundation

@testable import Preference

func makeComparison(_ answers: [String], prompt: Prompt = .text("Why?")) -> Comparison {
  Comparison(id: "q", prompt: prompt, candidates: answers.map { Candidate(output: .text($0)) })
}

func makeJudgment(
  _ verdict: Verdict, _ ranking: Ranking = Ranking(), orderShown: [Int] = [0, 1], comment: String? = nil,
  remarks: Remarks = Remarks()
) -> Judgment {
  var remarks = remarks
  remarks.comment = comment ?? remarks.comment
  return Judgment(
    id: UUID(
      uuid: (0x01, 0x90, 0x16, 0x3d, 0x86, 0x94, 0x73, 0x9b, 0xae, 0xa5, 0x96, 0x6c, 0x26, 0xf8, 0xad, 0x91)),
    lineage: UUID(
      uuid: (0x01, 0x90, 0x16, 0x3d, 0x86, 0x94, 0x73, 0x9b, 0xae, 0xa5, 0x96, 0x6c, 0x26, 0xf8, 0xad, 0x90)),
    revision: 2, comparisonID: "q1", rater: "ann", verdict: verdict, ranking: ranking, remarks: remarks,
    orderShown: orderShown, elapsedMilliseconds: 41_200,
    decidedAt: Date(timeIntervalSince1970: 1_769_851_800.125),
    programVersion: "0.1.0")
}
