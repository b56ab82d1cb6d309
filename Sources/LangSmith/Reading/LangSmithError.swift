/// Why LangSmith did not give, or do, what it was asked for.
///
/// Holds no key and nothing of an answer's body but the server's explanation, cut short and without characters
/// that would steer a terminal.
public struct LangSmithError: Error, Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    /// Refused before anything was sent.
    case invalidArgument
    /// The server does not know the key (401).
    case unauthorized
    /// The key may not do this (403).
    case forbidden
    /// The server has no such thing (404), or no such call.
    case notFound
    /// It is there already, or contradicts what is there (409).
    case conflict
    /// Too many requests (429), and the server asks for more patience than there is.
    case rateLimited
    /// Another refusal: asking again would not help.
    case refused
    /// The server has a fault (5xx, 408, 425), and had it each time.
    case unavailable
    /// No server was reached, or it broke off each time.
    case unreachable
    /// The other side is not who it should be, or the address cannot be used.
    case untrusted
    /// The server points elsewhere; keys follow no redirect.
    case redirected
    /// The answer is not what LangSmith answers.
    case unreadable
  }

  public let code: Code
  /// What was asked for, such as `the dataset “questions”`.
  public let subject: String
  /// Of the answer, if there was one.
  public let status: Int?
  /// The server's words, or where the answer could not be read.
  public let detail: String?

  init(_ code: Code, _ subject: String, status: Int? = nil, detail: String? = nil) {
    self.code = code
    self.subject = subject
    self.status = status
    self.detail = detail
  }
}

extension LangSmithError: CustomStringConvertible {
  /// What was asked for, what came of it, and what to do.
  public var description: String {
    let detail = detail.map { ": \($0)" } ?? ""
    let number = status.map { " (\($0))" } ?? ""
    return switch code {
    case .invalidArgument: "\(subject)\(detail)"
    case .notFound: "LangSmith has not found \(subject)\(number)\(detail)\(advice)"
    case .unreachable: "no answer from LangSmith for \(subject)\(detail)\(advice)"
    case .untrusted: "LangSmith was not asked for \(subject)\(detail)\(advice)"
    case .unreadable:
      "LangSmith's answer for \(subject) cannot be read\(number)\(detail)\(advice)"
    case .redirected:
      "LangSmith did not answer for \(subject), but sent us elsewhere\(number)\(detail)\(advice)"
    case .unavailable: "LangSmith is out of order for \(subject)\(number)\(detail)\(advice)"
    default: "LangSmith refused \(subject)\(number)\(detail)\(advice)"
    }
  }

  private var advice: String {
    switch code {
    case .invalidArgument, .refused: ""
    case .unauthorized: ". Set LANGSMITH_API_KEY to a key that is valid"
    case .forbidden: ". Use a key that may do this; an organization's key needs LANGSMITH_WORKSPACE_ID"
    case .notFound: ". Look at its spelling, at LANGSMITH_WORKSPACE_ID, and at LANGSMITH_ENDPOINT"
    case .conflict: ". Choose another id"
    case .rateLimited: ". Wait some minutes, then try again"
    case .unavailable, .unreachable: ". Try again later"
    case .untrusted: ". Look at LANGSMITH_ENDPOINT and at the certificates of this machine"
    case .redirected: ". Set LANGSMITH_ENDPOINT to the API's own address"
    case .unreadable: ". Look at LANGSMITH_ENDPOINT, and whether a proxy or a login page answers in its place"
    }
  }
}
