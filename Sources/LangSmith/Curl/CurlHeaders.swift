import CCurl

/// The header lines of all requests, in libcurl's form.
struct CurlHeaders {
  let plain: UnsafeMutablePointer<curl_slist>?
  let withBody: UnsafeMutablePointer<curl_slist>?

  init(_ configuration: CurlConfiguration) {
    plain = Self.list(configuration.headers)
    // Without this, libcurl asks before it sends a large body, and waits a second for an answer that few
    // servers give.
    withBody = Self.list(configuration.bodyHeaders + ["Expect:"])
  }

  func free() {
    ccurl_list_free(plain)
    ccurl_list_free(withBody)
  }

  private static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    lines.reduce(nil) { list, line in ccurl_list_append(list, line) ?? list }
  }
}
