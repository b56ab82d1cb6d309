import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import LangSmith

@Suite struct OAuthSessionTests {
  private static let renewed = "access-token-1-not-to-be-seen"

  @Test func `A token that has ended is renewed once, used, and written back for its owner alone`()
    async throws
  {
    let fixture = try OAuthFixture()
    var limits = CurlConfiguration()
    (limits.deadline, limits.renewalDeadline) = (.seconds(300), .seconds(300))
    let client = try CurlClient(CurlConfiguration(try fixture.settings(), limits: limits))
    let url = fixture.server.url + "/feedback"
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for _ in 1...8 {
        tasks.addTask {
          _ = try await client.perform(HTTPRequest(method: .post, url: url, body: Array("{}".utf8))).get()
        }
      }
      try await tasks.waitForAll()
    }
    let requests = fixture.server.requests.filter { $0.path == "/feedback" }
    #expect(requests.count == 8)
    #expect(requests.allSatisfy { $0.header("authorization") == "Bearer \(Self.renewed)" })
    #expect(requests.allSatisfy { $0.header("content-type") == "application/json" })
    #expect(fixture.renewals.count == 1)
    let renewal = try #require(fixture.renewals.first)
    #expect(renewal.path == "/oauth/token")
    #expect(renewal.header("content-type") == "application/x-www-form-urlencoded")
    #expect(renewal.header("authorization") == nil)
    #expect(
      String(decoding: renewal.body, as: UTF8.self)
        == "grant_type=refresh_token&client_id=langsmith-cli&refresh_token=\(OAuthFixture.refresh)")
    let profile = try fixture.profile()
    #expect(profile["note"] == "kept")
    #expect(profile["oauth"]?.object?["scope"] == "all")
    #expect(profile["oauth"]?.object?["access_token"] == .string(Self.renewed))
    let end = try #require(profile["oauth"]?.object?["expires_at"]?.string.flatMap(Date.init(wireTime:)))
    #expect(abs(end.timeIntervalSinceNow - 3600) < 60)
    let root = try JSONParser.parse(fixture.folder.contents(of: "config.json")).object
    #expect(root?["unknown"]?.text() == "[1.0]")
    #expect(root?["profiles"]?.object?["other"]?.object?["api_key"] == "k")
    let attributes = try FileManager.default.attributesOfItem(atPath: fixture.file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path) == ["config.json"])
  }

  @Test func `What one program renewed the others read, because a refresh token is good once`() async throws {
    let fixture = try OAuthFixture()
    // On a machine that is busy a renewal can take longer than locks usually last.
    let sessions = try (1...4).map { _ in try fixture.session(lockLifetime: 300) }
    let credentials = try await withThrowingTaskGroup(of: LangSmithSettings.Credential.self) { tasks in
      for session in sessions { tasks.addTask { try await session.credential().get() } }
      return try await tasks.reduce(into: []) { $0.append($1) }
    }
    #expect(credentials == Array(repeating: .bearer(Secret(Self.renewed)), count: 4))
    #expect(fixture.renewals.count == 1)
    #expect(!FileManager.default.fileExists(atPath: fixture.lockFolder))
  }

  @Test func `A renewal that is refused because another program was faster uses what that one got`()
    async throws
  {
    let fixture = try OAuthFixture()
    fixture.refuse(.json(#"{"error":"invalid_grant"}"#, status: 400)) { [unowned fixture] in
      do {
        try fixture.write(expiresAt: "2999-01-01T00:00:00Z", access: "theirs-not-to-be-seen")
      } catch {
        Issue.record(error)
      }
    }
    #expect(try await fixture.session().credential().get() == .bearer(Secret("theirs-not-to-be-seen")))
  }

  @Test func `The next refresh token goes out as the server wrote it`() async throws {
    let fixture = try OAuthFixture()
    _ = try await fixture.session().credential().get()
    let later = try fixture.session(now: Date() + 7200)
    #expect(try await later.credential().get() == .bearer(Secret("access-token-2-not-to-be-seen")))
    let body = String(decoding: try #require(fixture.renewals.last).body, as: UTF8.self)
    #expect(body.hasSuffix("refresh_token=refresh-token-1%2B/%3D%26-not-to-be-seen"))
  }

  @Test func `A token that lasts is used as it is`() async throws {
    let fixture = try OAuthFixture(expiresAt: "2999-01-01T00:00:00Z")
    #expect(try await fixture.session().credential().get() == .bearer(Secret(OAuthFixture.access)))
    #expect(fixture.server.requests.isEmpty)
  }

  @Test func `A renewal that is refused is told with the profile, and nothing of the tokens`() async throws {
    let fixture = try OAuthFixture(
      refusal: .json(#"{"error":"no, refresh-token-0-not-to-be-seen"}"#, status: 400))
    let failure = await failure(of: try fixture.session())
    #expect(failure?.kind == .untrusted)
    #expect(failure?.reason.contains("the profile “work” has an access token that has ended") == true)
    #expect(failure?.reason.contains("the server answers 400") == true)
    #expect(failure?.reason.contains("not-to-be-seen") == false)
    #expect(try fixture.profile()["oauth"]?.object?["refresh_token"] == .string(OAuthFixture.refresh))
  }

  @Test func `A server that cannot renew it now is asked again`() async throws {
    let fixture = try OAuthFixture(refusal: .status(503))
    let session = try fixture.session()
    #expect(await failure(of: session)?.kind == .unreachable)
    fixture.refuse(nil)
    #expect(try await session.credential().get() == .bearer(Secret(Self.renewed)))
  }

  @Test func `In its last minute a token is used when it cannot be renewed`() async throws {
    let fixture = try OAuthFixture(expiresAt: "2026-06-01T00:00:30.123456789Z", refusal: .status(400))
    let now = try #require(Date(wireTime: "2026-06-01T00:00:00Z"))
    #expect(try await fixture.session(now: now).credential().get() == .bearer(Secret(OAuthFixture.access)))
    #expect(fixture.renewals.count == 1)
  }

  @Test func `A lock that somebody holds is waited for, and one that was left is taken over`() async throws {
    let fixture = try OAuthFixture()
    try FileManager.default.createDirectory(atPath: fixture.lockFolder, withIntermediateDirectories: false)
    let note = fixture.lockFolder + "/created_at"
    let now = (Date.now + 3600).ISO8601Format()
    try "\(now)\nsomebody\n".write(toFile: note, atomically: false, encoding: .utf8)
    let held = await failure(of: try fixture.session(timeLimit: .milliseconds(100)))
    #expect(held?.kind == .unreachable)
    #expect(fixture.renewals.isEmpty)
    #expect(FileManager.default.fileExists(atPath: note))
    try "2026-01-01T00:00:00.5Z\nsomebody\n".write(toFile: note, atomically: false, encoding: .utf8)
    #expect(try await fixture.session().credential().get() == .bearer(Secret(Self.renewed)))
    #expect(!FileManager.default.fileExists(atPath: fixture.lockFolder))
  }

  @Test func `A profile that has a key by now gives the key`() async throws {
    let fixture = try OAuthFixture()
    let session = try fixture.session()
    _ = try fixture.folder.write(#"{"profiles": {"work": {"api_key": "new-key"}}}"#.utf8, to: "config.json")
    #expect(try await session.credential().get() == .apiKey(Secret("new-key")))
    #expect(fixture.renewals.isEmpty)
  }

  @Test func `Where tokens are renewed is told by the deployment, and nobody else`() async throws {
    let told = try OAuthFixture { url in
      .json(
        #"{"issuer":"\#(url)","device_authorization_endpoint":"\#(url)/d","token_endpoint":"\#(url)/its/token"}"#
      )
    }
    _ = try await told.session().credential().get()
    #expect(told.renewals.map(\.path) == ["/its/token"])
    let foreign = try OAuthFixture { url in
      .json(
        #"{"issuer":"\#(url)","device_authorization_endpoint":"\#(url)/d","token_endpoint":"http://127.0.0.1:1/token"}"#
      )
    }
    _ = try await foreign.session().credential().get()
    #expect(foreign.renewals.map(\.path) == ["/oauth/token"])
    #expect(foreign.server.requests.first?.path == "/.well-known/oauth-authorization-server")
  }

  @Test func `Settings that need no renewal hold the token itself`() throws {
    let fixture = try OAuthFixture(expiresAt: "some day")
    #expect(try fixture.settings().credential == .bearer(Secret(OAuthFixture.access)))
    var dumped = ""
    dump(try OAuthFixture().settings(), to: &dumped)
    #expect(!dumped.contains("not-to-be-seen"))
  }

  private func failure(of session: OAuthSession) async -> HTTPFailure? {
    if case .failure(let failure) = await session.credential() { failure } else { nil }
  }
}
