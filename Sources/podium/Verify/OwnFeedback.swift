import FeedbackSubmission
import Foundation

/// By what a record at the server is known as one that a workspace should know: its group, or, if it is in none, its
/// run and key. In another group it is somebody else's judgment.
struct OwnFeedback {
  private struct Place: Hashable {
    let run: UUID
    let key: [UInt8]
  }

  private var groupIDs: Set<UUID> = []
  private var places: Set<Place> = []

  mutating func add(_ groups: [VerifiableGroup]) {
    for record in groups.lazy.flatMap(\.records) {
      if let id = record.groupID { groupIDs.insert(id) }
      if record.isAboutRun { places.insert(Place(run: record.target, key: Array(record.key.utf8))) }
    }
  }

  func claims(_ feedback: StoredFeedback) -> Bool {
    if let id = feedback.groupID { return groupIDs.contains(id) }
    return feedback.runID.map { places.contains(Place(run: $0, key: Array(feedback.key.utf8))) } ?? false
  }
}
