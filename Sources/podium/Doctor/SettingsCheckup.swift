import LangSmith

/// What the environment says of LangSmith.
struct SettingsCheckup {
  let settings: LangSmithSettings
  let environment: [String: String]

  func findings() -> [Finding] {
    [.fine("endpoint", settings.endpoint.address), key] + proxies + [certificates].compactMap { $0 }
  }

  private var key: Finding {
    switch settings.credential {
    case .apiKey(let secret): .fine("key", secret.masked + workspace)
    case .bearer: .fine("key", "an access token of the profile" + workspace)
    case nil:
      .problem(
        "key", "LANGSMITH_API_KEY is not set, so nothing can be delivered",
        advice: "set it to a key from LangSmith's settings page; judging works without it")
    }
  }

  private var workspace: String { settings.workspaceID.map { ", workspace \($0)" } ?? "" }

  /// libcurl reads these. They may hold a password: only their names are shown.
  private var proxies: [Finding] {
    let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"]
      .filter { !(environment[$0] ?? "").isEmpty }
    guard !names.isEmpty else { return [] }
    let words =
      names.joined(separator: ", ") + (settings.endpoint.isLoopback ? ", not used for this machine" : "")
    return [.fine("proxy", words)]
  }

  private var certificates: Finding? {
    settings.certificateBundle.map { .fine("certificates", "\($0) in place of the system's") }
  }
}
