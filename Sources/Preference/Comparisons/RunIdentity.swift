import Foundation

/// How LangSmith knows the run behind a candidate.
package struct RunIdentity: Hashable, Sendable {
  package let runID: UUID
  package let traceID: UUID?
  package let sessionID: UUID?
  /// RFC 3339, as it was given: it travels with feedback unchanged.
  package let startTime: String?

  package init(runID: UUID, traceID: UUID? = nil, sessionID: UUID? = nil, startTime: String? = nil) {
    self.runID = runID
    self.traceID = traceID
    self.sessionID = sessionID
    self.startTime = startTime
  }
}
