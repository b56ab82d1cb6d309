/// A request; the headers are the client's.
struct HTTPRequest: Sendable, Equatable {
  enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  let method: Method
  /// The whole address.
  let url: String
  var body: [UInt8]?
  /// `Name: value`, instead of the client's header that says what the body is.
  var bodyHeaders: [String]?
  /// Who asks, where that changes from request to request.
  var credentialHeader: String?
}
