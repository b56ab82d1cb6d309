/// Where LangSmith is, and who asks.
public struct LangSmithSettings: Sendable, Equatable {
  public var endpoint: LangSmithEndpoint
  /// Without one, requests go out without a key.
  public var credential: Credential?
  /// Needed with keys that belong to an organization.
  public var workspaceID: String?
  /// Sent besides; they replace `User-Agent`, `Accept` and `Content-Type`, but no header that says who asks.
  public var headers: [Header]
  /// A file of certificates to trust instead of the system's.
  public var certificateBundle: String?

  public enum Credential: Sendable, Equatable {
    case apiKey(Secret)
    /// An access token.
    case bearer(Secret)
    /// The access token of an OAuth profile, renewed when it is about to end.
    case profile(OAuthProfile)

    /// The header that says who asks; `nil` for a profile, which is asked with each request.
    var header: Header? {
      switch self {
      case .apiKey(let key): Header(name: "x-api-key", value: key.revealed)
      case .bearer(let token): Header(name: "Authorization", value: "Bearer \(token.revealed)")
      case .profile: nil
      }
    }

    var secret: Secret? {
      switch self {
      case .apiKey(let secret), .bearer(let secret): secret
      case .profile: nil
      }
    }
  }

  public struct Header: Sendable, Equatable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// - Throws: `LangSmithSettingsError` if a value cannot be sent.
  public init(
    endpoint: LangSmithEndpoint, credential: Credential? = nil, workspaceID: String? = nil,
    headers: [Header] = [], certificateBundle: String? = nil
  ) throws(LangSmithSettingsError) {
    self.endpoint = endpoint
    self.credential = credential
    self.workspaceID = workspaceID
    self.headers = headers
    self.certificateBundle = certificateBundle
    for header in headerFields(hasBody: true) where !header.isValid {
      throw .unsendableHeader(name: header.name)
    }
  }

  /// Whether anybody can answer: LangSmith wants to know who asks, a server on this machine may not.
  package var canConnect: Bool { credential != nil || endpoint.isLoopback }

  /// As it goes out: the caller's headers first, those that say who asks last, no name twice.
  func headerFields(hasBody: Bool) -> [Header] {
    var fields = [
      Header(name: "Accept", value: "application/json"), Header(name: "User-Agent", value: Self.userAgent),
    ]
    if hasBody { fields.append(Header(name: "Content-Type", value: "application/json")) }
    for header in headers.filter({ !replacesProfile($0) }) + ownHeaders {
      fields.removeAll { $0.name.lowercased() == header.name.lowercased() }
      fields.append(header)
    }
    return fields
  }

  private var ownHeaders: [Header] {
    var headers = [credential?.header].compactMap(\.self)
    if let workspaceID { headers.append(Header(name: "X-Tenant-Id", value: workspaceID)) }
    return headers
  }

  private func replacesProfile(_ header: Header) -> Bool {
    guard case .profile? = credential else { return false }
    return ["authorization", "x-api-key"].contains(header.name.lowercased())
  }

  private static let userAgent = "podium/0.1.0"
}

extension LangSmithSettings.Header {
  var isValid: Bool {
    let isToken = !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3A }
    return isToken && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }
}
