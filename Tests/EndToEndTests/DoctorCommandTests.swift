import Foundation
import TestSupport
import Testing

@Suite struct DoctorCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  func doctor(_ arguments: String..., environment: [String: String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(["doctor"] + arguments, in: folder.path, environment: environment)
  }

  @Test func `the key is masked and the server named`() async throws {
    let server = try LoopbackServer { _ in .json(#"{"version": "0.18.3"}"#) }
    let key = "lsv2_pt_0123456789abcdef9f3a"
    let outcome = try await doctor(environment: ["LANGSMITH_API_KEY": key, "LANGSMITH_ENDPOINT": server.url])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("lsv2_pt_…9f3a"))
    #expect(outcome.text.contains("LangSmith 0.18.3"))
    #expect(!(outcome.text + outcome.errors).contains(key))
  }

  @Test func `without a key there is a problem, with what to do`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    let outcome = try await doctor(environment: ["LANGSMITH_ENDPOINT": server.url])
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("problem  key"))
  }

  @Test func `plain http to another machine is refused unless allowed`() async throws {
    let environment = ["LANGSMITH_API_KEY": "k", "LANGSMITH_ENDPOINT": "http://langsmith.invalid"]
    let outcome = try await doctor(environment: environment)
    #expect(outcome.text.contains("expected https"))
    let allowed = try await doctor("--allow-http", environment: environment)
    #expect(!allowed.text.contains("expected https"))
  }

  @Test func `a proxy is told by its variable, never by its value`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    let outcome = try await doctor(
      environment: [
        "LANGSMITH_API_KEY": "k", "LANGSMITH_ENDPOINT": server.url, "https_proxy": "http://me:secret@proxy:1",
      ])
    #expect(outcome.text.contains("https_proxy"))
    #expect(!outcome.text.contains("secret"))
  }
}
