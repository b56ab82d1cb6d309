/// Why the settings cannot be used. No case holds a secret.
public enum LangSmithSettingsError: Error, Equatable, Sendable {
  case endpointIsEmpty
  case endpointIsNoAddress(String)
  /// Keys do not travel in clear text, but to this machine.
  case plainHTTP(host: String)
  case severalEndpoints
  case unsendableHeader(name: String)
}

extension LangSmithSettingsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .endpointIsEmpty:
      "LANGSMITH_ENDPOINT is empty: expected an address such as https://api.smith.langchain.com"
    case .endpointIsNoAddress(let text):
      "LANGSMITH_ENDPOINT is “\(text)”: expected an address such as https://api.smith.langchain.com"
    case .plainHTTP(let host):
      "LANGSMITH_ENDPOINT: expected https, as the API key would go to \(host) in clear text"
    case .severalEndpoints:
      "LANGSMITH_ENDPOINT and LANGSMITH_RUNS_ENDPOINTS are both set: expected one of them"
    case .unsendableHeader(let name):
      "the value for the header \(name) has a line break or another character that cannot be sent"
    }
  }
}
