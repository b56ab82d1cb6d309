extension CurlConfiguration {
  /// - Parameter limits: Deadlines and sizes; addresses and headers come from the settings.
  init(_ settings: LangSmithSettings, limits: CurlConfiguration) {
    self = limits
    headers = settings.headerFields(hasBody: false).map(\.line)
    bodyHeaders = settings.headerFields(hasBody: true).map(\.line)
    allowsPlainHTTP = !settings.endpoint.isEncrypted
    usesProxy = settings.endpoint.isEncrypted
    certificateBundle = settings.certificateBundle
    secrets = [settings.credential?.secret?.hiding].compactMap(\.self)
    if case .profile(let profile)? = settings.credential { self.profile = profile }
  }
}

extension Secret {
  /// The bytes to be hidden in answers. What is shorter is no key, and would be found in any answer.
  var hiding: [UInt8]? { revealed.utf8.count >= 8 ? Array(revealed.utf8) : nil }
}
