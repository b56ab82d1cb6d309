/// A whole answer, or as much of it as is read.
struct HTTPResponse: Sendable, Equatable {
  var status: Int
  /// Names in lower case. Of equal names, the last one.
  var headers: [String: String] = [:]
  var body: [UInt8] = []
  /// Whether the body was longer than is read.
  var isCut = false
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
