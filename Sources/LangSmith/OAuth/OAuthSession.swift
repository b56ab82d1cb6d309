import FeedbackSubmission
import Foundation
import StrictJSON

/// Gives requests the access token of a profile, and renews it before it ends. Requests that come at the same time wait
/// for one renewal.
actor OAuthSession {
  private let profile: OAuthProfile
  private let file: ProfileFile
  private let certificateBundle: String?
  private let timeLimit: Duration
  private let lockLifetime: TimeInterval
  private let now: @Sendable () -> Date
  private var known: Known?
  private var renewal: Task<Result<LangSmithSettings.Credential, HTTPFailure>, Never>?

  private enum Known {
    case key(Secret)
    case tokens(OAuthTokens)
  }

  init(
    _ profile: OAuthProfile, certificateBundle: String? = nil, timeLimit: Duration = .seconds(10),
    lockLifetime: TimeInterval = OAuthRefreshLock.usualLifetime,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.profile = profile
    self.certificateBundle = certificateBundle
    self.timeLimit = timeLimit
    self.lockLifetime = lockLifetime
    self.now = now
    file = ProfileFile(profile.file)
    known = .tokens(profile.tokens)
  }

  /// What a request is to bring along.
  func credential() async -> Result<LangSmithSettings.Credential, HTTPFailure> {
    if let renewal { return await renewal.value }
    switch known {
    case nil: return .failure(gone)
    case .key(let key): return .success(.apiKey(key))
    case .tokens(let tokens) where !tokens.needRenewal(at: now()): return usable(tokens)
    case .tokens: break
    }
    let renewal = Task { await renew() }
    self.renewal = renewal
    defer { self.renewal = nil }
    return await renewal.value
  }

  private func contents(_ root: JSONObject) -> Known? {
    guard let entry = ProfileFile.profile(profile.name, in: root) else { return nil }
    if let key = entry.trimmed("api_key") { return .key(Secret(key)) }
    return entry["oauth"]?.object.map { .tokens(OAuthTokens($0)) }
  }

  private func usable(_ tokens: OAuthTokens) -> Result<LangSmithSettings.Credential, HTTPFailure> {
    tokens.access.map { .success(.bearer($0)) } ?? .failure(gone)
  }

  private var gone: HTTPFailure {
    failure(.untrusted, "has no access token any more")
  }

  private func failure(_ kind: HTTPFailure.Kind, _ words: String) -> HTTPFailure {
    HTTPFailure(
      kind: kind,
      reason:
        "the profile “\(profile.name)” \(words): log in again with LangSmith's tools, or set LANGSMITH_API_KEY"
    )
  }
}

// MARK: Renewal

extension OAuthSession {
  /// A token that has not ended yet is used when it cannot be renewed.
  private func renew() async -> Result<LangSmithSettings.Credential, HTTPFailure> {
    do throws(HTTPFailure) {
      try await renewUnderLock()
    } catch {
      // Whoever took the lock from a program that stood still for long may have renewed it first.
      if let root = file.read() { known = contents(root) ?? known }
      if case .tokens(let tokens)? = known, tokens.areUsable(at: now()) { return usable(tokens) }
      return .failure(error)
    }
    switch known {
    case .key(let key): return .success(.apiKey(key))
    case .tokens(let tokens): return usable(tokens)
    case nil: return .failure(gone)
    }
  }

  private func renewUnderLock() async throws(HTTPFailure) {
    let end = ContinuousClock.now + timeLimit
    guard let lock = try await takeLock(until: end) else {
      throw failure(
        .unreachable, "has an access token that has ended, and another program has been renewing it")
    }
    defer { lock.release() }
    // Whoever had the lock before may have renewed it.
    guard let root = file.read() else { throw gone }
    known = contents(root)
    guard case .tokens(let tokens)? = known, tokens.needRenewal(at: now()), let refresh = tokens.refresh
    else { return }
    let entry = ProfileFile.profile(profile.name, in: root) ?? JSONObject()
    let answer = try await exchange(refresh, at: entry.trimmed("api_url"), until: end)
    let oauth = renewed(entry["oauth"]?.object ?? JSONObject(), by: answer)
    known = .tokens(OAuthTokens(oauth))
    do throws(ProfileFileError) {
      try file.write(oauth, to: profile.name, in: root)
    } catch {
      // The new tokens work as long as this program runs.
    }
  }

  private func takeLock(until end: ContinuousClock.Instant) async throws(HTTPFailure) -> OAuthRefreshLock? {
    do {
      return try await OAuthRefreshLock.take(besides: file.path, until: end, lifetime: lockLifetime)
    } catch {
      throw failure(
        .untrusted,
        "has an access token that has ended, and \(file.path) cannot be locked to renew it (\(error))")
    }
  }

  private func renewed(_ oauth: JSONObject, by answer: JSONObject) -> JSONObject {
    var oauth = oauth
    for name in ["access_token", "refresh_token"] {
      if let token = answer.trimmed(name) { oauth[name] = .string(token) }
    }
    if let seconds = answer["expires_in"]?.number?.doubleValue, seconds > 0, seconds < 1e9 {
      let end = (now() + seconds).microsecondsSince1970
      oauth["expires_at"] = .string(WireTime.text(microseconds: end).replacing("+00:00", with: "Z"))
    }
    return oauth
  }
}

// MARK: Requests

extension OAuthSession {
  private static let descriptionLimit = Duration.seconds(5)

  private func exchange(
    _ refresh: Secret, at address: String?, until end: ContinuousClock.Instant
  ) async throws(HTTPFailure) -> JSONObject {
    let client = try client(for: address)
    let address = await tokenAddress(
      of: TokenEndpoint(of: address ?? LangSmithEndpoint.hosted.address), client, end)
    var form = URLComponents()
    form.queryItems = [
      URLQueryItem(name: "grant_type", value: "refresh_token"),
      URLQueryItem(name: "client_id", value: "langsmith-cli"),
      URLQueryItem(name: "refresh_token", value: refresh.revealed),
    ]
    // A plus sign is a blank in forms.
    let body = (form.percentEncodedQuery ?? "").replacing("+", with: "%2B")
    let request = HTTPRequest(
      method: .post, url: address, body: Array(body.utf8),
      bodyHeaders: ["Content-Type: application/x-www-form-urlencoded"])
    switch await client.perform(request, until: end) {
    case .failure(let problem):
      throw failure(problem.kind == .untrusted ? .untrusted : .unreachable, Self.words(problem.reason))
    case .success(let response): return try token(in: response)
    }
  }

  private func token(in response: HTTPResponse) throws(HTTPFailure) -> JSONObject {
    if 200..<300 ~= response.status, case .object(let answer)? = try? JSONParser.parse(response.body),
      answer.trimmed("access_token") != nil
    {
      return answer
    }
    let isPassing = response.status >= 500 || [408, 425, 429].contains(response.status)
    throw failure(isPassing ? .unreachable : .untrusted, Self.words("the server answers \(response.status)"))
  }

  private static func words(_ reason: String) -> String {
    "has an access token that has ended, and renewing it failed (\(reason))"
  }

  private func tokenAddress(
    of endpoint: TokenEndpoint, _ client: CurlClient, _ end: ContinuousClock.Instant
  ) async -> String {
    for (issuer, address) in endpoint.descriptions where ContinuousClock.now < end {
      let request = HTTPRequest(method: .get, url: address)
      let limit = min(end, .now + Self.descriptionLimit)
      guard case .success(let response) = await client.perform(request, until: limit),
        200..<300 ~= response.status,
        let address = TokenEndpoint.address(in: response.body, issuer: issuer)
      else { continue }
      return address
    }
    return endpoint.usual
  }

  private func client(for address: String?) throws(HTTPFailure) -> CurlClient {
    var configuration = CurlConfiguration()
    configuration.headers = ["Accept: application/json"]
    configuration.deadline = timeLimit
    configuration.certificateBundle = certificateBundle
    if let address {
      guard let endpoint = try? LangSmithEndpoint(address, allowsPlainHTTP: profile.allowsPlainHTTP) else {
        throw failure(
          .untrusted, "has an api_url that is no https address, so its access token cannot be renewed")
      }
      configuration.allowsPlainHTTP = !endpoint.isEncrypted
      configuration.usesProxy = endpoint.isEncrypted
    }
    return try CurlClient(configuration)
  }
}
