import Foundation
import LangSmith

/// What the environment says of LangSmith.
struct SettingsCheckup {
  let settings: LangSmithSettings
  let environment: [String: String]

  func findings() -> [Finding] {
    [.fine("endpoint", "\(settings.endpoint.address)\(origin(of: "ENDPOINT"))"), key]
      + ProxyCheckup(endpoint: settings.endpoint, environment: environment).findings()
      + [certificates].compactMap(\.self)
  }

  private var key: Finding {
    switch settings.credential {
    case .apiKey(let secret):
      .fine("key", secret.masked + origin(of: "API_KEY", elsewhere: "the profile") + workspace)
    case .bearer: .fine("key", "an access token, from the profile" + workspace)
    case .profile(let profile):
      .fine("key", "an access token of the profile “\(profile.name)”, renewed as it ends" + workspace)
    case nil:
      .problem(
        "key", "LANGSMITH_API_KEY is not set, so nothing can be delivered",
        advice: "set it to a key from LangSmith's settings page; judging works without it")
    }
  }

  private var workspace: String { settings.workspaceID.map { ", workspace \($0)" } ?? "" }

  /// Which variable a setting has its value from.
  private func origin(of name: String, elsewhere: String? = nil) -> String {
    let variable = ["LANGSMITH_" + name, "LANGCHAIN_" + name].first { variable in
      !(environment[variable] ?? "").allSatisfy(\.isWhitespace)
    }
    return (variable ?? elsewhere).map { ", from \($0)" } ?? ""
  }

  private var certificates: Finding? {
    guard let bundle = settings.certificateBundle else { return nil }
    let text = FileManager.default.contents(atPath: bundle).map { String(decoding: $0, as: UTF8.self) }
    let advice = "correct SSL_CERT_FILE, REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE, or unset it for the system's"
    guard let text else {
      return .problem("certificates", "\(bundle) cannot be read, so nobody is trusted", advice: advice)
    }
    guard text.contains("-----BEGIN ") else {
      return .problem("certificates", "\(bundle) holds no certificate, so nobody is trusted", advice: advice)
    }
    return .fine("certificates", "\(bundle) in place of the system's")
  }
}
