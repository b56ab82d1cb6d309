import Foundation
import StrictJSON

extension Judgment: Equatable {
  /// Texts are equal if their scalars are, which the synthesized `==` would not ask.
  package static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.lineage == right.lineage && left.revision == right.revision
      && left.comparisonID.hasSameScalars(as: right.comparisonID)
      && left.rater.hasSameScalars(as: right.rater)
      && left.verdict == right.verdict && left.ranking == right.ranking
      && left.remarks == right.remarks && left.rubricVersion == right.rubricVersion
      && left.orderShown == right.orderShown
      && left.elapsedMilliseconds == right.elapsedMilliseconds && left.decidedAt == right.decidedAt
      && left.programVersion.hasSameScalars(as: right.programVersion)
  }
}
