import Foundation
import StrictJSON
import Synchronization
import TestSupport

@testable import LangSmith

/// A file of profiles, and a server that renews tokens, each refresh token once, and answers everything else.
final class OAuthFixture: Sendable {
  let folder: TemporaryFolder
  let server: LoopbackServer
  private let shared: Shared

  private final class Shared: Sendable {
    let refusal: Mutex<LoopbackReply?>
    let meanwhile = Mutex<(@Sendable () -> Void)?>(nil)
    let spent = Mutex<Set<String>>([])
    let url = Mutex("")

    init(_ refusal: LoopbackReply?) {
      self.refusal = Mutex(refusal)
    }

    func renew(_ request: LoopbackRequest) -> LoopbackReply {
      if let refusal = refusal.withLock({ $0 }) {
        meanwhile.withLock { $0 }?()
        return refusal
      }
      let form = String(decoding: request.body, as: UTF8.self)
      let number = spent.withLock { $0.insert(form).inserted ? $0.count : nil }
      guard let number else { return .json(#"{"error":"invalid_grant"}"#, status: 400) }
      return .json(
        """
        {"access_token":"access-token-\(number)-not-to-be-seen",\
        "refresh_token":"refresh-token-\(number)+/=&-not-to-be-seen","expires_in":3600}
        """)
    }
  }

  static let ended = "2026-01-01T00:00:00Z"
  static let access = "access-token-0-not-to-be-seen"
  static let refresh = "refresh-token-0-not-to-be-seen"

  var file: String { folder.path(of: "config.json") }
  var lockFolder: String { file + ".oauth.lock.lock" }

  /// - Parameters:
  ///   - refusal: What is answered when a token is to be renewed; `nil` renews it.
  ///   - description: What is told where the token endpoint is described, of the server's address.
  init(
    expiresAt: String = ended, refusal: LoopbackReply? = nil,
    description: @escaping @Sendable (String) -> LoopbackReply = { _ in .status(404) }
  ) throws {
    folder = try TemporaryFolder()
    let shared = Shared(refusal)
    self.shared = shared
    server = try LoopbackServer { request in
      if request.path.contains(".well-known") { return description(shared.url.withLock { $0 }) }
      return request.path.contains("token") ? shared.renew(request) : .json("{}")
    }
    let url = server.url
    shared.url.withLock { $0 = url }
    try write(expiresAt: expiresAt)
  }

  func write(expiresAt: String, access: String = access) throws {
    let text = """
      {"current_profile": "work", "unknown": [1.0], "profiles": {"other": {"api_key": "k"}, "work": {
        "api_url": "\(server.url)/api/v1/", "note": "kept", "oauth": {"access_token": "\(access)",
        "refresh_token": "\(Self.refresh)", "expires_at": "\(expiresAt)", "scope": "all"}}}}
      """
    _ = try folder.write(text.utf8, to: "config.json")
  }

  /// - Parameter meanwhile: What somebody else does before the answer goes out.
  func refuse(_ reply: LoopbackReply?, meanwhile: (@Sendable () -> Void)? = nil) {
    shared.refusal.withLock { $0 = reply }
    shared.meanwhile.withLock { $0 = meanwhile }
  }

  func settings() throws -> LangSmithSettings {
    try LangSmithSettings(environment: ["LANGSMITH_CONFIG_FILE": file])
  }

  func session(
    timeLimit: Duration = .seconds(300), lockLifetime: TimeInterval = OAuthRefreshLock.usualLifetime,
    now: Date = Date()
  ) throws -> OAuthSession {
    guard case .profile(let profile)? = try settings().credential else { throw NoProfile() }
    return OAuthSession(profile, timeLimit: timeLimit, lockLifetime: lockLifetime, now: { now })
  }

  struct NoProfile: Error {}

  var renewals: [LoopbackRequest] {
    server.requests.filter { $0.path.contains("token") && !$0.path.contains(".well-known") }
  }

  func profile() throws -> JSONObject {
    let root = try JSONParser.parse(folder.contents(of: "config.json")).object
    return root?["profiles"]?.object?["work"]?.object ?? JSONObject()
  }
}
