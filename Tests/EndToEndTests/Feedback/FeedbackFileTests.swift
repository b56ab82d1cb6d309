import Foundation
import StrictJSON
import TestSupport
import Testing

/// `feedback create --from-json`.
@Suite struct FeedbackFileTests {
  private typealias Fixture = FeedbackCommandFixture

  private static func line(_ members: String = "", run: Int = 1) -> String {
    #"{"run_id":"aaaa0001-0000-4000-8000-\#(String(100_000_000_000 + run))","key":"k"\#(members)}"# + "\n"
  }

  @Test func `every line becomes a record, in order`() async throws {
    let fixture = try Fixture()
    let lines =
      "\u{FEFF}" + (1...30).map { Self.line(#","score":\#($0)"#, run: $0) }.joined(separator: "\r\n")
    let outcome = try await fixture.create(fromJSON: lines)
    #expect(outcome.status == 0)
    #expect(outcome.texts("state") == Array(repeating: "delivered", count: 30))
    let scores = Dictionary(
      uniqueKeysWithValues: fixture.server.records.map { ($0["id"]?.string, $0["score"]?.number?.intValue) })
    #expect(outcome.texts("id").map { scores[$0] } == Array(1...30))
  }

  @Test func `standard input is read as well, also from a pipe`() async throws {
    let fixture = try Fixture()
    let piped = try KillableProcess(
      .podium, ["feedback", "create", "--from-json", "-"], environment: fixture.environment)
    for run in 1...3 { try piped.write(Self.line(run: run)) }
    try piped.closeInput()
    #expect(piped.readRest().filter { $0.contains("delivered") }.count == 3)
    let file = try await fixture.podium("feedback", "create", "--from-json", "-", input: Self.line())
    #expect(file.texts("state") == ["delivered"])
    #expect(fixture.server.records.count == 4)
  }

  @Test func `all mistakes are named, and nothing is kept`() async throws {
    let fixture = try Fixture()
    let lines =
      Self.line() + #"{"run_id":"x"}"# + "\n\n" + Self.line(#","scor":1"#) + Self.line(#","score":"1""#)
      + Self.line(#","key":"again""#) + "[]\n"
    let outcome = try await fixture.create(fromJSON: lines)
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines == [
        "feedback.jsonl:2: run_id: expected a UUID",
        "feedback.jsonl:4: scor: there is no such argument; did you mean score?",
        "feedback.jsonl:5: score: expected a number, true or false",
        "feedback.jsonl:6: expected a key that its object does not have yet at byte offset 59",
        "feedback.jsonl:7: expected a JSON object of arguments",
        "podium: feedback.jsonl: 5 lines are not as expected; nothing was kept",
      ])
    #expect(outcome.output.isEmpty)
    #expect(!fixture.exists)
    #expect(fixture.requests.isEmpty)
  }

  /// What stands behind `run_id` in a line, or the whole line, and what it is told to be.
  private static let broken: [(String, String)] = [
    (#""key":null"#, "key: expected text"), (#""key":7"#, "key: expected text"),
    (#""score":"0.5""#, "score: expected a number, true or false"),
    (#""score":{}"#, "score: expected a number, true or false"),
    (#""score":99999999999999999999"#, "score: expected a number, true or false"),
    (#""value":[1]"#, "value: expected an object, text, a number, true or false"),
    (#""comment":{"a":1}"#, "comment: expected text"),
    (#""correction":[]"#, "correction: expected an object or text"),
    (#""correction":4"#, "correction: expected an object or text"),
    (#""trace_id":"""#, "trace_id: expected a UUID"),
    (#""feedback_id":"cccc0001""#, "feedback_id: expected a UUID"),
    (#""feedback_group_id":12"#, "feedback_group_id: expected a UUID"),
    (#""comparative_experiment_id":"x""#, "comparative_experiment_id: expected a UUID"),
    (
      #""project_id":"aaaa0001-0000-4000-8000-000000000009""#,
      "project_id: cannot be given together with run_id"
    ),
    (#""source_info":"me""#, "source_info: expected an object"),
    (#""source_info":{"__run":{"run_id":"x"}}"#, "source_info.__run.run_id: expected a UUID"),
    (#""source_run_id":"x""#, "source_run_id: expected a UUID"),
    (#""feedback_source_type":"app""#, "feedback_source_type: expected one of api, model"),
    (#""feedback_config":{"type":"stars"}"#, "feedback_config.type: expected one of"),
    (#""feedback_config":{"min":0}"#, "feedback_config.type: expected one of"),
    (
      #""feedback_config":{"type":"categorical","categories":[{"label":"a"}]}"#,
      "feedback_config.categories[0].value"
    ),
    (#""feedback_config":{"type":"continuous","min":"0"}"#, "feedback_config.min: expected a number"),
    (#""stop_after_attempt":0"#, "stop_after_attempt: expected a number of attempts, 1 or more"),
    (#""stop_after_attempt":1.5"#, "stop_after_attempt: expected a number of attempts, 1 or more"),
    (#""start_time":"yesterday""#, "start_time: expected a time"),
    (#""start_time":0"#, "start_time: expected a time"),
    (#""extra":[]"#, "extra: expected an object"), (#""error":"no""#, "error: expected true or false"),
    (#""extend_trace_retention":null"#, "extend_trace_retention: expected true or false"),
    (#""address":{"kind":"AGENT"}"#, "address.environment: expected one of"),
    (#""runid":1"#, "runid: there is no such argument; did you mean run_id?"),
    (#""k\u0065y":"a","key":"b""#, "expected a key that its object does not have yet"),
  ]

  @Test func `each broken argument is named with its line, and a good line beside it is not kept`()
    async throws
  {
    let fixture = try Fixture()
    for (members, words) in Self.broken {
      let line = #"{"run_id":"aaaa0001-0000-4000-8000-000000000001",\#(members)}"#
      let outcome = try await fixture.create(fromJSON: Self.line() + line + "\n")
      #expect(
        outcome.errorLines.first?.hasPrefix("feedback.jsonl:2: \(words)") == true,
        "\(members): \(outcome.errors)")
      #expect(outcome.status == (words.hasPrefix("expected a key") ? 3 : 2), "\(members)")
      #expect(outcome.output.isEmpty)
    }
    let nowhere = try await fixture.create(fromJSON: #"{"key":"k"}"#)
    #expect(nowhere.status == 2)
    #expect(
      nowhere.errors.contains("feedback.jsonl:1: run_id: expected one of run_id, trace_id and project_id"))
    #expect(!fixture.exists)
    #expect(fixture.requests.isEmpty)
  }

  /// Each is the whole line.
  private static let notJSON = [
    "null", "7", #""text""#, #"{"run_id":"x",}"#, "{'run_id':1}", #"{"a":NaN}"#, #"{"a":01}"#, "{} {}",
    "\u{0}",
    #"{"a":"\ud800"}"#, #"{"a":"b"#, String(repeating: "[", count: 100_000),
  ]

  @Test func `what is no JSON object is bad data, and says where`() async throws {
    let fixture = try Fixture()
    for line in Self.notJSON {
      let outcome = try await fixture.create(fromJSON: Self.line() + line + "\n")
      #expect(outcome.status == 3, "\(line.prefix(20))")
      #expect(outcome.errorLines.first?.hasPrefix("feedback.jsonl:2: ") == true, "\(line.prefix(20))")
    }
    #expect(!fixture.exists)
  }

  @Test func `a line that is no JSON is bad data`() async throws {
    let fixture = try Fixture()
    #expect(try await fixture.create(fromJSON: "{\n").status == 3)
    #expect(!fixture.exists)
  }

  @Test func `an id that is there twice with other content keeps nothing`() async throws {
    let fixture = try Fixture()
    let id = #","feedback_id":"\#(Fixture.id)""#
    let outcome = try await fixture.create(
      fromJSON: Self.line() + Self.line(id + #","score":1"#) + Self.line(id))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nothing was kept"))
    let status = try await fixture.podium("status", fixture.outboxPath, "--json")
    #expect(status.text.contains(#""waiting":0"#))
  }

  @Test func `a group that stands together is delivered whole or not at all`() async throws {
    let fixture = try Fixture(faults: [.status(422)])
    let group = #","feedback_group_id":"eeee0001-0000-4000-8000-000000000001""#
    let outcome = try await fixture.create(fromJSON: Self.line(group, run: 1) + Self.line(group, run: 2))
    #expect(outcome.status == 4)
    #expect(Set(outcome.texts("state")) == ["refused", "heldBack"])
    #expect(fixture.server.records.isEmpty)
  }

  @Test func `the most patient line says how many attempts are made`() async throws {
    let fixture = try Fixture(faults: Array(repeating: .status(500), count: 9))
    let lines = Self.line(#","stop_after_attempt":1"#)
    #expect(try await fixture.create(fromJSON: lines).status == 1)
    #expect(fixture.requests.count == 1)
  }

  @Test func `options of single records are refused beside a file`() async throws {
    let fixture = try Fixture()
    let outcome = try await fixture.create("--from-json", "f.jsonl")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--run-id cannot be given together with --from-json"))
  }

  @Test func `a file that is not there, or no file, is named`() async throws {
    let fixture = try Fixture()
    let missing = try await fixture.podium("feedback", "create", "--from-json", "none.jsonl")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("none.jsonl: No such file"))
    let folder = try await fixture.podium("feedback", "create", "--from-json", ".")
    #expect(folder.errors.contains("found a directory"))
  }
}
