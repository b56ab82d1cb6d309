import CCurl

/// The header lines of all requests, in libcurl's form.
struct CurlHeaders {
  let plain: UnsafeMutablePointer<curl_slist>?
  let withBody: UnsafeMutablePointer<curl_slist>?

  private let common: [String]
  private let commonWithBody: [String]

  init(_ configuration: CurlConfiguration) {
    common = configuration.headers
    commonWithBody = configuration.bodyHeaders
    plain = Self.list(configuration.headers)
    withBody = Self.list(configuration.bodyHeaders + [Self.noExpectation])
  }

  /// A list of its own for a request whose body is something else, or that says by itself who asks; to be freed after
  /// the request.
  func special(for request: HTTPRequest) -> UnsafeMutablePointer<curl_slist>? {
    guard request.bodyHeaders != nil || request.credentialHeader != nil else { return nil }
    let lines = request.bodyHeaders.map { common + $0 } ?? (request.body == nil ? common : commonWithBody)
    return Self.list(lines + [request.credentialHeader, Self.noExpectation].compactMap(\.self))
  }

  /// Without this, libcurl asks before it sends a large body, and waits a second for an answer that few servers
  /// give.
  private static let noExpectation = "Expect:"

  func free() {
    ccurl_list_free(plain)
    ccurl_list_free(withBody)
  }

  private static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    lines.reduce(nil) { list, line in ccurl_list_append(list, line) ?? list }
  }
}
