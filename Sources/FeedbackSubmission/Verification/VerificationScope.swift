import Foundation
import StrictJSON

/// Which records are to be accounted for.
package enum VerificationScope: Sendable, Equatable {
  /// All that were ever given to the outbox.
  case everything
  case comparativeExperiment(UUID)
  case session(UUID)
  case run(UUID)

  func contains(_ content: JSONObject) -> Bool {
    switch self {
    case .everything: true
    case .comparativeExperiment(let id): content.uuid("comparative_experiment_id") == id
    case .session(let id): content.uuid("session_id") == id
    case .run(let id): content.uuid("run_id") == id
    }
  }
}
