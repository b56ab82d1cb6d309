import Foundation
import LangSmith
import StrictJSON
import TestSupport
import Testing

@testable import podium

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

  @Test func `a proxy is told, and never its password`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    let outcome = try await doctor(
      environment: [
        "LANGSMITH_API_KEY": "k", "LANGSMITH_ENDPOINT": server.url, "https_proxy": "http://me:secret@proxy:1",
      ])
    #expect(outcome.text.contains("https_proxy=http://***@proxy:1"))
    #expect(!outcome.text.contains("secret"))
  }

  @Test func `what the server takes, and where settings come from, is told`() async throws {
    let server = try LoopbackServer { _ in
      .json(
        """
        {"version": "0.18.3", "batch_ingest_config": {"size_limit": 50, "size_limit_bytes": 10485760},
         "instance_flags": {"zstd_compression_enabled": true, "ch_query_enabled": false, "sdb_query_enabled": true}}
        """)
    }
    let outcome = try await doctor(
      environment: ["LANGCHAIN_API_KEY": "lsv2_pt_0123456789abcdef9f3a", "LANGSMITH_ENDPOINT": server.url])
    #expect(outcome.text.contains("up to 50 records or 10 MB a request, compressed with zstd"))
    #expect(outcome.text.contains("lsv2_pt_…9f3a, from LANGCHAIN_API_KEY"))
    #expect(outcome.text.contains("\(server.url), from LANGSMITH_ENDPOINT"))
    #expect(outcome.text.contains("give runs their session_id"))
  }

  @Test func `a workspace is looked at, and what delivery does to the bill is told`() async throws {
    let server = try LoopbackServer { _ in .json(#"{"version": "0.18.3"}"#) }
    let environment = ["LANGSMITH_API_KEY": "k", "LANGSMITH_ENDPOINT": server.url]
    let kept = try await BuiltProgram.podium.run(
      ["feedback", "create", "--run-id", UUID().uuidString, "--no-wait", "--workspace", "w.podium"],
      in: folder.path)
    #expect(kept.status == 0)
    let outcome = try await doctor("w.podium", environment: environment)
    #expect(outcome.status == 0)
    for words in [
      "w.podium is whole", "for you alone", "extend_trace_retention is true", "1 waiting: podium submit",
    ] {
      #expect(outcome.text.contains(words))
    }
  }

  @Test func `a file that is no workspace is a finding, and the others are told all the same`() async throws {
    let server = try LoopbackServer { _ in .json(#"{"version": "0.18.3"}"#) }
    _ = try folder.write("SQLite format 3".utf8, to: "w.podium")
    let environment = ["LANGSMITH_API_KEY": "k", "LANGSMITH_ENDPOINT": server.url]
    for (name, status) in [("w.podium", 3), ("nowhere.podium", 2)] {
      let outcome = try await doctor("--json", name, environment: environment)
      #expect(outcome.status == Int32(status))
      let findings = try #require(try JSONParser.parse(outcome.output).array)
      let problem = findings.first { $0.object?["subject"] == "workspace" }?.object
      #expect(problem?["weight"] == "problem")
      #expect(problem?["advice"]?.string != nil)
      #expect(findings.contains { $0.object?["subject"] == "server" })
    }
  }

  @Test(
    "which proxy is in force is told",
    arguments: [
      (["https_proxy": "http://p:1"], "https_proxy is used"),
      (["ALL_PROXY": "http://p:1", "HTTPS_PROXY": "http://q:1"], "HTTPS_PROXY is used"),
      (
        ["HTTPS_PROXY": "http://q:1", "no_proxy": "x.org, .smith.invalid"],
        "no_proxy takes api.smith.invalid out"
      ),
      (["http_proxy": "http://p:1"], "none is used"),
    ])
  func proxies(environment: [String: String], words: String) throws {
    let endpoint = try LangSmithEndpoint("https://api.smith.invalid")
    let findings = ProxyCheckup(endpoint: endpoint, environment: environment).findings()
    #expect(findings.count == 1)
    #expect(findings.first?.words.contains(words) == true)
  }
}
