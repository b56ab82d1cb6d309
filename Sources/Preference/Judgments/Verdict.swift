/// How a comparison was decided.
package enum Verdict: String, Hashable, CaseIterable, Sendable {
  case ranked
  case allGood
  case allBad
  case cannotJudge
}
