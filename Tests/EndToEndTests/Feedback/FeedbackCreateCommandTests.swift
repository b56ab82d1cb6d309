import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite struct FeedbackCreateCommandTests {
  private typealias Fixture = FeedbackCommandFixture

  @Test func `feedback is kept, delivered, and told with its id`() async throws {
    let fixture = try Fixture()
    let outcome = try await fixture.create("--score", "0.98765", "--comment", "why – ünï")
    #expect(outcome.status == 0)
    #expect(outcome.texts("state") == ["delivered"])
    let record = try #require(fixture.server.records.first)
    #expect(record["id"] == outcome.objects.first?["id"])
    #expect(record["score"] == 0.9877)
    #expect(record["comment"] == "why – ünï")
    let mode = try FileManager.default.attributesOfItem(atPath: fixture.outboxPath)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `every option reaches the server as the SDK would send it`() async throws {
    let fixture = try Fixture()
    let other = "bbbb0001-0000-4000-8000-000000000001"
    let outcome = try await fixture.podium(
      "feedback", "create", "--run-id", Fixture.run, "--trace-id", other, "--session-id", other, "--key",
      "quality",
      "--score", "true", "--value", #"{"v":1}"#, "--correction", #"{"answer":"42"}"#, "--comment",
      "-- no option",
      "--source-info", #"{"tool":"tui"}"#, "--feedback-source-type", "model", "--source-run-id", other,
      "--feedback-id", "CCCC0001000040008000000000000001", "--feedback-config",
      #"{"type":"continuous","min":0,"max":1}"#, "--stop-after-attempt", "3", "--comparative-experiment-id",
      other,
      "--feedback-group-id", other, "--extra", #"{"latency_ms":812}"#, "--error", "false", "--start-time",
      "2025-12-31T23:59:58.123456Z", "--extend-trace-retention", "false")
    #expect(outcome.status == 0, "\(outcome.errors)")
    var record = try #require(fixture.server.records.first)
    record["created_at"] = nil
    record["modified_at"] = nil
    let expected = """
      {"id":"cccc0001-0000-4000-8000-000000000001","run_id":"\(Fixture.run)","trace_id":"\(other)","key":"quality",\
      "score":true,"value":{"v":1},"comment":"-- no option","correction":{"answer":"42"},"feedback_source":\
      {"type":"model","metadata":{"tool":"tui","__run":{"run_id":"\(other)"}}},"session_id":"\(other)",\
      "start_time":"2025-12-31T23:59:58.123456+00:00","comparative_experiment_id":"\(other)",\
      "feedback_group_id":"\(other)","extra":{"latency_ms":812},\
      "feedback_config":{"type":"continuous","min":0.0,"max":1.0},"extend_trace_retention":false,"error":false}
      """
    #expect(JSONValue.object(record).text() == expected)
  }

  @Test(arguments: [("true", "true"), ("1", "1"), ("1.0", "1.0"), ("-0.5", "-0.5"), ("null", nil)])
  func `the kinds of score are kept apart`(score: String, sent: String?) async throws {
    let fixture = try Fixture()
    #expect(try await fixture.create("--score", score).status == 0)
    #expect(fixture.server.records.map { $0["score"]?.text() } == [sent])
  }

  @Test(arguments: [("good", #""good""#), ("5", "5"), (#""5""#, #""5""#), (#"{"a":[1]}"#, #"{"a":[1]}"#)])
  func `a value is JSON where it is JSON, and text where not`(value: String, sent: String) async throws {
    let fixture = try Fixture()
    #expect(try await fixture.create("--value", value).status == 0)
    #expect(fixture.server.records.map { $0["value"]?.text() } == [sent])
  }

  @Test(
    "a refused option is named, nothing is kept, and what it held is not repeated",
    arguments: [
      (["--score", "hidden"], "--score: expected a number, true or false"),
      (["--session-id", "hidden"], "--session-id: expected a UUID"),
      (["--extra", "{hidden"], "--extra: expected a key in quotation marks at byte offset 1"),
      (["--value", "[1]"], "--value: expected an object, text, a number, true or false"),
      (["--feedback-source-type", "app"], "--feedback-source-type: expected one of api, model"),
      (["--project-id", Fixture.run], "--project-id: cannot be given together with --run-id"),
      (["--stop-after-attempt", "0"], "--stop-after-attempt: expected a number of attempts, 1 or more"),
      (["--error", "True"], "--error: expected true or false"),
    ])
  func refuses(options: [String], message: String) async throws {
    let fixture = try Fixture()
    let outcome = try await BuiltProgram.podium.run(
      ["feedback", "create", "--run-id", Fixture.run] + options, in: fixture.folder.path,
      environment: fixture.environment)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines == ["podium: " + message])
    #expect(outcome.output.isEmpty)
    #expect(!fixture.exists)
    #expect(fixture.requests.isEmpty)
  }

  @Test func `without a key, nothing is kept unless that is all that is asked for`() async throws {
    let fixture = try Fixture()
    let environment = ["HOME": fixture.folder.path, "XDG_STATE_HOME": fixture.folder.path(of: "state")]
    let arguments = ["feedback", "create", "--run-id", Fixture.run]
    let refused = try await BuiltProgram.podium.run(
      arguments, in: fixture.folder.path, environment: environment)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("LANGSMITH_API_KEY is not set"))
    #expect(!fixture.exists)
    let kept = try await BuiltProgram.podium.run(
      arguments + ["--no-wait"], in: fixture.folder.path, environment: environment)
    #expect(kept.status == 0)
    #expect(kept.texts("state") == ["kept"])
  }

  @Test func `after so many attempts it is kept and not delivered, and goes out with the next submit`()
    async throws
  {
    let fixture = try Fixture(faults: Array(repeating: .status(500), count: 2))
    let outcome = try await fixture.create("--stop-after-attempt", "2")
    #expect(outcome.status == 1)
    #expect(outcome.texts("state") == ["kept"])
    #expect(outcome.texts("reason") == ["status 500"])
    #expect(outcome.errors.contains("1 kept in \(fixture.outboxPath) and not yet delivered: status 500"))
    #expect(fixture.requests.count == 2)
    #expect(fixture.server.records.isEmpty)
    #expect(try await fixture.podium("submit", fixture.outboxPath).status == 0)
    #expect(fixture.server.records.count == 1)
  }

  @Test func `what the server refuses is told with its words`() async throws {
    let fixture = try Fixture(faults: [.reply(.json(#"{"detail":"no such key"}"#, status: 422))])
    let outcome = try await fixture.create()
    #expect(outcome.status == 4)
    #expect(outcome.texts("state") == ["refused"])
    #expect(outcome.texts("reason") == ["422: no such key"])
  }

  @Test func `a key that is not accepted is said once, and the feedback stays`() async throws {
    let fixture = try Fixture(faults: Array(repeating: .status(401), count: 9))
    let outcome = try await fixture.create()
    #expect(outcome.status == 4)
    #expect(outcome.texts("state") == ["kept"])
    #expect(outcome.errors.contains("401"))
    #expect(!(outcome.errors + outcome.text).contains(Fixture.key))
  }

  @Test func `the same feedback id a second time sends nothing, and other feedback under it is refused`()
    async throws
  {
    let fixture = try Fixture()
    for _ in 0..<2 {
      let outcome = try await fixture.create("--feedback-id", Fixture.id, "--score", "1")
      #expect(outcome.texts("state") == ["delivered"])
    }
    #expect(fixture.requests.count == 1)
    let other = try await fixture.create("--feedback-id", Fixture.id, "--score", "2")
    #expect(other.status == 2)
    #expect(other.errors.contains("there is other feedback with this id"))
  }
}
