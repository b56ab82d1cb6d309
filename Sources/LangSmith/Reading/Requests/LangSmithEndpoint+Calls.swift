extension LangSmithEndpoint {
  /// A path that begins at the API's root, `api/v2/…`, is joined to where that root stands: an address of
  /// `https://host/api/v1` is that of one generation of calls.
  func address(of call: APICall) -> String {
    let base = call.path.hasPrefix("api/") ? addressOfRoot : address
    return "\(base)/\(call.path)\(call.query.encoded)"
  }

  private var addressOfRoot: String {
    for ending in ["/api/v1", "/api"] where address.hasSuffix(ending) {
      return String(address.dropLast(ending.count))
    }
    return address
  }
}
