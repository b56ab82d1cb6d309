import Foundation
import StrictJSON

/// One entry of the file that LangSmith's command-line tools keep, `~/.langsmith/config.json`.
struct LangSmithProfile: Equatable {
  var endpoint: String?
  var apiKey: String?
  /// The variable that holds the key.
  var apiKeyVariable: String?
  var tokens: OAuthTokens?
  let name: String
  var workspaceID: String?

  /// The profile of that name, else the current one, else the one named `default`. A file that cannot be read
  /// or is odd counts as none, as it does for the SDK.
  init?(file: [UInt8], name: String?) {
    guard case .object(let file)? = try? JSONParser.parse(file),
      case .object(let profiles)? = file["profiles"],
      case let name = name ?? file.text("current_profile") ?? "default",
      case .object(let profile)? = profiles[name]
    else { return nil }
    self.name = name
    endpoint = profile.text("api_url")
    apiKey = profile.text("api_key")
    apiKeyVariable = profile.text("api_key_env")
    workspaceID = profile.text("workspace_id")
    tokens = profile["oauth"]?.object.map(OAuthTokens.init)
  }
}

extension JSONObject {
  fileprivate func text(_ key: String) -> String? {
    guard case .string(let text)? = self[key] else { return nil }
    return text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty ? nil : text
  }
}
