/// What became of an operation.
public enum FeedbackOutcome: Sendable, Equatable {
  case answered(FeedbackAnswer)
  /// Nothing reached the server, and it may be otherwise in a while: refused, no such host, unreachable.
  case notSent(reason: String)
  /// Bytes were sent and no clean answer came: it may have been carried out, or may be later.
  case ambiguous(reason: String)
  /// Nothing was sent, and nothing will be until a person changes something: a certificate, an address, a
  /// setting.
  case blocked(reason: String)
}

/// An answer of the server.
public struct FeedbackAnswer: Sendable, Equatable {
  /// The HTTP status.
  public var status: Int
  public var body: [UInt8]
  /// How long the server asks to be left alone.
  public var retryAfter: Duration?
  /// Where a redirect leads: scheme, host and port.
  public var redirectOrigin: String?
  /// Whether what was created can be read back. Where the server lets nothing be read, what it says of the
  /// creation is the best that can be known.
  public var isReadable: Bool
  /// Whether the body is only the beginning of what the server sent, because that was longer than is read.
  public var isCut: Bool

  public init(
    status: Int, body: [UInt8] = [], retryAfter: Duration? = nil, redirectOrigin: String? = nil,
    isReadable: Bool = true, isCut: Bool = false
  ) {
    self.status = status
    self.body = body
    self.retryAfter = retryAfter
    self.redirectOrigin = redirectOrigin
    self.isReadable = isReadable
    self.isCut = isCut
  }
}

extension FeedbackOutcome {
  var isReadable: Bool {
    if case .answered(let answer) = self { answer.isReadable } else { true }
  }
}
