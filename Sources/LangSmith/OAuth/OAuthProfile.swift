/// An entry with OAuth tokens in the file that LangSmith's command-line tools keep. The tokens are renewed a
/// minute before they end and written back there: all LangSmith tools on the machine share them.
public struct OAuthProfile: Sendable, Equatable {
  /// The file of profiles, such as `~/.langsmith/config.json`.
  public let file: String
  /// The entry's name in it.
  public let name: String
  /// Whether a token is renewed also where that goes over the network without TLS.
  let allowsPlainHTTP: Bool
  /// As they were when the settings were read.
  let tokens: OAuthTokens
}
