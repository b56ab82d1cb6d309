import Foundation

/// Why the server did not do what it was asked to do at once. What is kept in the outbox knows no such errors: it waits.
public enum FeedbackServerError: Error, Equatable, Sendable {
  /// The server has no such feedback.
  case notFound(UUID)
  /// It will not be done, for a reason in the server's words.
  case refused(reason: String)
  /// Nothing will be done until a person changes something.
  case barred(reason: String)
  /// As many attempts as were allowed have failed; it may work later.
  case unavailable(reason: String)
}

extension FeedbackServerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound(let id): "the server has no feedback \(id.uuidString.lowercased())"
    case .refused(let reason): "the server refuses: \(reason)"
    case .barred(let reason): reason
    case .unavailable(let reason): "the server did not answer as it should (\(reason)): try again later"
    }
  }
}
