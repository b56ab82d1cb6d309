import FeedbackSubmission
import Foundation
import Identifiers
import StrictJSON

/// What became of one record, as a line of JSON.
struct FeedbackResult {
  let id: UUID
  let state: FeedbackState?
  let progress: SubmissionProgress?

  /// Whether there is something left to deliver.
  var isLeft: Bool { state == .kept || state == .deleting }

  var isRefused: Bool {
    switch state {
    case .refused, .heldBack: true
    default: false
    }
  }

  var json: JSONValue {
    var object: JSONObject = ["id": .string(id.lowercaseString), "state": .string(name)]
    object["reason"] = reason.map(JSONValue.string)
    return .object(object)
  }

  private var name: String {
    switch state {
    case .kept: "kept"
    case .delivered: "delivered"
    case .refused: "refused"
    case .heldBack: "heldBack"
    case .deleting: "deleting"
    // What was never sent is forgotten when it is deleted.
    case .deleted, nil: "deleted"
    }
  }

  private var reason: String? {
    switch state {
    case .refused(let reason): reason
    case .heldBack: "another record of its group was refused"
    case .kept, .deleting: progress?.condition.reason
    case .delivered, .deleted, nil: nil
    }
  }
}
