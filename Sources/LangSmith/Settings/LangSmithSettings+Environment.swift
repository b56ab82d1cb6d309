import Foundation

extension LangSmithSettings {
  /// What the environment and the profile file say, read as LangSmith's Python SDK reads them: `LANGSMITH_…`
  /// before
  /// `LANGCHAIN_…` before the profile; a blank value counts as unset.
  ///
  /// Tokens of an OAuth profile are renewed when they are about to end, and written back to the profile file.
  ///
  /// Variables: `ENDPOINT`, `API_KEY`, `WORKSPACE_ID`, `PROFILE`, `CONFIG_FILE`.
  ///
  /// - Parameters:
  ///   - allowsPlainHTTP: Whether an endpoint without TLS is taken that is not on this machine.
  ///   - readFile: Gives a file's bytes, or `nil` if it cannot be read.
  /// - Throws: `LangSmithSettingsError`.
  public init(
    environment: [String: String] = ProcessInfo.processInfo.environment, allowsPlainHTTP: Bool = false,
    readFile: (String) -> [UInt8]? = { FileManager.default.contents(atPath: $0).map(Array.init) }
  ) throws(LangSmithSettingsError) {
    let variables = Variables(environment: environment)
    guard variables["ENDPOINT"] == nil || environment["LANGSMITH_RUNS_ENDPOINTS"].isBlank else {
      throw .severalEndpoints
    }
    let profile = variables.profilePath.flatMap(readFile).flatMap {
      LangSmithProfile(file: $0, name: variables.profileName)
    }
    let address = variables["ENDPOINT"] ?? profile?.endpoint
    try self.init(
      endpoint: try address.map { text throws(LangSmithSettingsError) in
        try LangSmithEndpoint(text.unquoted, allowsPlainHTTP: allowsPlainHTTP)
      } ?? .hosted,
      credential: Self.credential(variables, profile, allowsPlainHTTP: allowsPlainHTTP),
      workspaceID: (variables["WORKSPACE_ID"] ?? profile?.workspaceID)?.unquoted.ifNotEmpty,
      certificateBundle: variables.certificateBundle)
  }

  private static func credential(
    _ variables: Variables, _ profile: LangSmithProfile?, allowsPlainHTTP: Bool
  ) -> Credential? {
    if let key = variables["API_KEY"]?.unquoted.ifNotEmpty { return .apiKey(Secret(key)) }
    if let key = profile?.apiKey?.unquoted.ifNotEmpty { return .apiKey(Secret(key)) }
    if let profile, let tokens = profile.tokens, tokens.areRenewable, let path = variables.profilePath {
      return .profile(
        OAuthProfile(file: path, name: profile.name, allowsPlainHTTP: allowsPlainHTTP, tokens: tokens))
    }
    if let token = profile?.tokens?.access { return .bearer(token) }
    let named = profile?.apiKeyVariable.flatMap { variables.environment[$0] }
    return named?.unquoted.ifNotEmpty.map { .apiKey(Secret($0)) }
  }
}

/// The environment by the names that LangSmith's settings have had.
private struct Variables {
  let environment: [String: String]

  subscript(name: String) -> String? {
    ["LANGSMITH_", "LANGCHAIN_"].lazy.map { environment[$0 + name] }.first { !$0.isBlank } ?? nil
  }

  /// Profiles came after the names beginning with `LANGCHAIN_`.
  var profileName: String? { own("PROFILE") }

  var profilePath: String? {
    own("CONFIG_FILE") ?? environment["HOME"].map { $0 + "/.langsmith/config.json" }
  }

  private func own(_ name: String) -> String? {
    environment["LANGSMITH_" + name].flatMap { Optional($0).isBlank ? nil : $0 }
  }

  /// The names that curl and Python's requests know.
  var certificateBundle: String? {
    ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"].lazy.map { environment[$0] }.first {
      !$0.isBlank
    } ?? nil
  }
}

extension String? {
  fileprivate var isBlank: Bool { self?.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty ?? true }
}

extension String {
  /// Without blanks, then `"`, then `'` around it, as people copy keys from files.
  var unquoted: String {
    trimmingCharacters(in: .whitespacesAndNewlines).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      .trimmingCharacters(in: CharacterSet(charactersIn: "'"))
  }

  fileprivate var ifNotEmpty: String? { isEmpty ? nil : self }
}
