import Foundation
import GRDB
import StrictJSON

@testable import FeedbackSubmission

extension UUID {
  static func run(_ number: Int) -> UUID { numbered(number, "aaaa0001") }
  static func group(_ number: Int) -> UUID { numbered(number, "eeee0001") }

  private static func numbered(_ number: Int, _ kind: String) -> UUID {
    let digits = String(number)
    let tail = String(repeating: "0", count: 12 - digits.count) + digits
    return UUID(uuidString: "\(kind)-0000-4000-8000-\(tail)") ?? UUID()
  }
}

extension FeedbackGroup {
  /// A ranked comparison: a record for each score, of runs 1, 2, ….
  static func ranked(_ scores: [Double], id: UUID = .group(1), comment: String? = nil) -> FeedbackGroup {
    let records = scores.enumerated().map { index, score in
      var record = FeedbackRecord(target: .run(.init(runID: .run(index + 1))), key: "preference")
      record.score = .float(score)
      record.comment = comment
      return record
    }
    return FeedbackGroup(id: id, namespace: id, records: records)
  }
}
