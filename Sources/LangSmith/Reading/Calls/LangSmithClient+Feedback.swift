import FeedbackSubmission
import Foundation
import Identifiers
import StrictJSON

extension LangSmithClient {
  public func feedback(_ query: FeedbackQuery) -> LangSmithList<StoredFeedback> {
    list(APICall(path: "feedback", query: query.items, subject: "feedback"), limit: query.limit)
  }

  public func feedback(id: UUID) async throws -> StoredFeedback {
    let name = id.lowercaseString
    return try await read(APICall(path: "feedback/\(name)", subject: "the feedback \(name)"))
  }
}
