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
