/// A whole answer, or as much of it as is read.
struct HTTPResponse: Sendable, Equatable {
  var status: Int
  var head = HTTPHead()
  var body: [UInt8] = []
  /// Whether the body was longer than is read.
  var isCut = false

  var headers: [String: String] { head.fields }
}

/// Why there is no answer.
struct HTTPFailure: Error, Sendable, Equatable {
  enum Kind: Sendable {
    /// Nothing was sent.
    case unreachable
    /// Something was sent.
    case interrupted
    /// Nothing was sent, and nothing will be until something is changed: the other side is not who it should
    /// be, or the address cannot be used.
    case untrusted
  }

  let kind: Kind
  let reason: String
}
