import Foundation
import StrictJSON

/// What an outcome means for the operation it is the outcome of.
enum Reading: Equatable, Sendable {
  /// The server has the body. After a read: the one it should have.
  case stored
  /// After a read: the server has the record, but not as it should be.
  case different
  /// After a read: the id belongs to a record about something else.
  case foreign
  /// A `DELETE` was carried out.
  case deleted
  /// Taken, without proof that it is stored.
  case unproven
  /// A success that is none: a captive portal, a proxy, a broken server.
  case suspect
  case missing
  case conflict
  /// This record will not be taken.
  case refused(reason: String)
  case tooLarge(retryAfter: Duration?)
  /// Nothing will be taken until a person acts.
  case barred(reason: String)
  /// This record may not be written, or no record may.
  case forbidden(reason: String)
  case overloaded(retryAfter: Duration?)
  case unavailable(reason: String, retryAfter: Duration?)
  case notSent(reason: String)
  case ambiguous(reason: String)
}

extension Reading {
  /// - Parameter desired: What the server should have of the record; `nil` if nothing.
  init(_ outcome: FeedbackOutcome, of operation: Attempt.Operation, id: UUID, desired: FeedbackContent?) {
    switch outcome {
    case .answered(let answer): self.init(answer, of: operation, id: id, desired: desired)
    case .notSent(let reason): self = .notSent(reason: reason)
    case .ambiguous(let reason): self = .ambiguous(reason: reason)
    case .blocked(let reason): self = .barred(reason: reason)
    }
  }

  private init(
    _ answer: FeedbackAnswer, of operation: Attempt.Operation, id: UUID, desired: FeedbackContent?
  ) {
    switch answer.status {
    case 200..<300: self.init(success: answer, of: operation, id: id, desired: desired)
    case 300..<400: self = .barred(reason: Self.redirectReason(answer))
    case 401: self = .barred(reason: Self.unauthorizedReason)
    case 402, 407: self = .barred(reason: "the server answers \(answer.reason)")
    case 403: self = Self.forbidden(answer)
    case 404: self = .missing
    case 409: self = .conflict
    case 413: self = .tooLarge(retryAfter: answer.retryAfter)
    case 429: self = .overloaded(retryAfter: answer.retryAfter)
    case 408, 425: self = .unavailable(reason: answer.reason, retryAfter: answer.retryAfter)
    case 400..<500, 501: self = .refused(reason: answer.reason)
    case 500...: self = .unavailable(reason: answer.reason, retryAfter: answer.retryAfter)
    default: self = .ambiguous(reason: answer.reason)
    }
  }

  private init(
    success answer: FeedbackAnswer, of operation: Attempt.Operation, id: UUID, desired: FeedbackContent?
  ) {
    if answer.isCut && operation != .delete {
      self.init(cut: answer, of: operation, id: id)
      return
    }
    let json = try? JSONParser.parse(answer.body)
    if operation == .delete {
      self = json != nil || answer.body.isEmpty ? .deleted : .suspect
      return
    }
    guard case .object(let record)? = json else {
      self = answer.status == 202 ? .unproven : .suspect
      return
    }
    switch (operation, record.feedbackID) {
    case (_, id?) where answer.status == 202: self = .unproven
    case (.read, id?): self = Self.comparing(record, with: desired)
    case (_, id?): self = .stored
    case (.read, _): self = .suspect
    case (_, nil): self = .unproven
    default: self = .suspect
    }
  }

  /// Of a record that is longer than is read: what was taken was taken, and what cannot be compared is not sent again for
  /// it.
  private init(cut answer: FeedbackAnswer, of operation: Attempt.Operation, id: UUID) {
    if operation == .read {
      self = .refused(reason: "the record is longer than is read")
    } else if answer.status == 202 {
      self = .unproven
    } else {
      self = answer.names(id) ? .stored : .suspect
    }
  }

  private static func comparing(_ record: JSONObject, with desired: FeedbackContent?) -> Reading {
    guard let desired = desired?.object else { return .different }
    guard record.isAbout(sameAs: desired) else { return .foreign }
    return record.says(sameAs: desired) ? .stored : .different
  }

  private static func forbidden(_ answer: FeedbackAnswer) -> Reading {
    guard ServerMessage.code(in: answer.body) == "org_scoped_key_requires_workspace" else {
      return .forbidden(reason: answer.reason)
    }
    return .barred(reason: "the API key belongs to an organization: set LANGSMITH_WORKSPACE_ID")
  }

  private static let unauthorizedReason =
    "the server does not accept the API key (401): check LANGSMITH_API_KEY and LANGSMITH_ENDPOINT"

  private static func redirectReason(_ answer: FeedbackAnswer) -> String {
    let target = answer.redirectOrigin.map { " to \($0)" } ?? ""
    return
      "the server redirects\(target) (\(answer.status)), which is not followed: set LANGSMITH_ENDPOINT to the right address"
  }
}

extension FeedbackAnswer {
  /// Whether the record of that id stands in what was read.
  fileprivate func names(_ id: UUID) -> Bool {
    guard let members = JSONMembers(body[...]) else { return false }
    return members.contains { member in
      member.key.elementsEqual("id".utf8)
        && UUID(uuidString: String(decoding: member.value.dropFirst().dropLast(), as: UTF8.self)) == id
    }
  }

  /// The status with the server's words, if it has any.
  fileprivate var reason: String {
    ServerMessage.text(in: body).map { "\(status): \($0)" } ?? "status \(status)"
  }
}
