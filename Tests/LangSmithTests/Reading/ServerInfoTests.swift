import StrictJSON
import Testing

@testable import LangSmith

@Suite struct ServerInfoTests {
  private func info(_ text: String) throws -> ServerInfo {
    ServerInfo(try #require(try JSONParser.parse(text.utf8).object))
  }

  @Test(
    "A server that says nothing, or something else, gets the defaults",
    arguments: [
      "{}", #"{"version": null, "batch_ingest_config": null, "instance_flags": null}"#,
      #"{"version": "no version", "batch_ingest_config": {}, "instance_flags": {}}"#,
      #"{"version": 7, "batch_ingest_config": {"size_limit": null, "size_limit_bytes": null}}"#,
      #"{"batch_ingest_config": {"size_limit": 0, "size_limit_bytes": "many"}, "instance_flags": []}"#,
    ])
  func defaults(text: String) throws {
    let info = try info(text)
    #expect(info == .unknown)
    #expect(info.sizeLimit == 100)
    #expect(info.sizeLimitBytes == 20_971_520)
    #expect(
      !info.takesFeedbackInBatches && !info.takesZstandard && info.queriesClickHouse && !info.queriesSmithDB)
    #expect(!info.isAtLeast("0"))
    #expect(info.runGeneration == .first)
    #expect(info.sessionGeneration == .first)
  }

  @Test func `What a server says is taken`() throws {
    let info = try info(
      """
      {"version": "0.18.3", "git_sha": null,
       "batch_ingest_config": {"use_multipart_endpoint": false, "size_limit": 7, "size_limit_bytes": 99},
       "instance_flags": {"zstd_compression_enabled": true, "ch_query_enabled": false, "sdb_query_enabled": true}}
      """)
    #expect(!info.takesFeedbackInBatches)
    #expect(info.sizeLimit == 7)
    #expect(info.sizeLimitBytes == 99)
    #expect(info.takesZstandard && !info.queriesClickHouse && info.queriesSmithDB)
    #expect(info.isAtLeast("0.8.10"))
    #expect(!info.isAtLeast("0.18.4"))
    #expect(info.runGeneration == .second)
    #expect(info.sessionGeneration == .second)
  }

  @Test func `Sessions are read by the second generation only where the server has it`() throws {
    let info = try info(#"{"version": "0.17.9", "instance_flags": {"sdb_query_enabled": true}}"#)
    #expect(info.runGeneration == .second)
    #expect(info.sessionGeneration == .first)
  }

  @Test func `Versions are ordered, and those that lead to a release come before it`() throws {
    let texts = [
      "0.8.9", "0.8.10.dev1", "0.8.10", "0.8.11b1", "0.8.11", "0.9", "0.18.3", "1.0.0rc2", "1",
    ]
    let versions = texts.compactMap(ServerVersion.init)
    #expect(versions.count == texts.count)
    for (earlier, later) in zip(versions, versions.dropFirst()) {
      #expect(earlier < later, "\(earlier.text) is before \(later.text)")
      #expect(!(later < earlier) && earlier != later)
    }
    #expect(ServerVersion("1.0") == ServerVersion("v1.0.0"))
  }

  @Test("What is no version is too old", arguments: ["", "main", "1.x", "0.8.10-", "1.0 beta"])
  func none(text: String) {
    #expect(ServerVersion(text) == nil)
  }
}
