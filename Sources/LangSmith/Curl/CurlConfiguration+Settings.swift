extension CurlConfiguration {
  /// - Parameter limits: Deadlines and sizes; addresses and headers come from the settings.
  init(_ settings: LangSmithSettings, limits: CurlConfiguration) {
    self = limits
    headers = settings.headerFields(hasBody: false).map(\.line)
    bodyHeaders = settings.headerFields(hasBody: true).map(\.line)
    allowsPlainHTTP = !settings.endpoint.isEncrypted
    usesProxy = settings.endpoint.isEncrypted
    certificateBundle = settings.certificateBundle
    secrets = settings.credential.map { [Array($0.secret.revealed.utf8)] } ?? []
    // What is shorter is no key, and would be found in any answer.
    secrets.removeAll { $0.count < 8 }
  }
}
