import Foundation
import StrictJSON
import Synchronization
import TestSupport
import Testing

/// Commands that work with the tokens of an OAuth profile.
@Suite struct ProfileCommandTests {
  private static let secrets = [
    "access-0-not-to-be-seen", "refresh-0-not-to-be-seen", "access-1-not-to-be-seen",
  ]

  private func writeProfile(_ folder: TemporaryFolder, _ url: String) throws {
    let text = """
      {"current_profile": "work", "profiles": {"work": {"api_url": "\(url)", "oauth": {
        "access_token": "\(Self.secrets[0])", "refresh_token": "\(Self.secrets[1])",
        "expires_at": "2026-01-01T00:00:00Z"}}}}
      """
    _ = try folder.write(text.utf8, to: "config.json")
  }

  private func podium(_ folder: TemporaryFolder, _ arguments: String...) async throws -> BuiltProgram.Outcome
  {
    try await BuiltProgram.podium.run(
      arguments, in: folder.path,
      environment: [
        "LANGSMITH_CONFIG_FILE": folder.path(of: "config.json"), "HOME": folder.path,
        "XDG_STATE_HOME": folder.path(of: "state"),
      ])
  }

  private static let run = "aaaa0001-0000-4000-8000-000000000001"

  @Test func `a token that has ended is renewed, and is seen nowhere`() async throws {
    let folder = try TemporaryFolder()
    let stored = Mutex<[UInt8]>([])
    let server = try LoopbackServer { request in
      switch (request.method, request.path) {
      case ("POST", "/oauth/token"):
        return .json(#"{"access_token":"\#(Self.secrets[2])","refresh_token":"refresh-1","expires_in":600}"#)
      case ("POST", "/feedback") where request.header("authorization") == "Bearer \(Self.secrets[2])":
        stored.withLock { $0 = request.body }
        return .answer(status: 200, body: request.body)
      default: return .status(404)
      }
    }
    try writeProfile(folder, server.url)
    let outcome = try await podium(
      folder, "feedback", "create", "--run-id", Self.run, "--workspace", "w.podium")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("delivered"))
    #expect(stored.withLock { !$0.isEmpty })
    let doctor = try await podium(folder, "doctor")
    #expect(doctor.text.contains("an access token of the profile “work”, renewed as it ends"))
    for secret in Self.secrets {
      #expect(!(outcome.text + outcome.errors + doctor.text + doctor.errors).contains(secret))
      #expect(try files(with: secret, in: folder).allSatisfy { $0 == "config.json" })
    }
  }

  @Test func `a renewal that is refused holds what waits, with one clear message`() async throws {
    let folder = try TemporaryFolder()
    let server = try LoopbackServer { request in
      request.path == "/oauth/token"
        ? .json(#"{"error":"invalid_grant \#(Self.secrets[1])"}"#, status: 400) : .status(404)
    }
    try writeProfile(folder, server.url)
    let outcome = try await podium(
      folder, "feedback", "create", "--run-id", Self.run, "--workspace", "w.podium")
    #expect(outcome.status == 4)
    #expect(outcome.text.contains(#""state":"kept""#))
    #expect(outcome.errors.contains("renewing it failed (the server answers 400): log in again"))
    #expect(outcome.errorLines.count { $0.contains("renewing it failed") } == 1)
    for secret in Self.secrets { #expect(!(outcome.text + outcome.errors).contains(secret)) }
    #expect(!server.requests.contains { $0.path == "/feedback" })
    #expect(try await podium(folder, "submit", "w.podium").status == 4)
    #expect(try await podium(folder, "status", "w.podium", "--json").text.contains(#""waiting":1"#))
  }

  private func files(with words: String, in folder: TemporaryFolder) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return files.filter { file in
      FileManager.default.contents(atPath: folder.path(of: file))?.range(of: Data(words.utf8)) != nil
    }
  }
}
