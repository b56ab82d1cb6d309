import Foundation
import Preference
import PreferenceStore
import StrictJSON
import TestSupport
import Testing

@testable import podium

@Suite struct PullCommandTests {
  @Test(
    "Experiments are joined on their examples, by either generation of calls",
    arguments: ExperimentServer.Generation.allCases)
  func join(generation: ExperimentServer.Generation) async throws {
    let test = try PullTestCase(ExperimentServer(generation))
    let outcome = try await test.pull()
    #expect(outcome.errors.contains("large: 1 example without a run: compared without it"))
    #expect(outcome.errors.contains("large: 1 run without outputs: failed or not finished, left out"))
    #expect(outcome.errors.contains("tuned: 1 example without a run: compared without it"))
    #expect(outcome.errors.contains("1 comparison is a repetition: their ids end in #2"))
    #expect(outcome.errors.contains("1 example has runs of one experiment only: left out"))
    #expect(outcome.errors.contains("1 example has no outputs: raters see no reference there"))
    #expect(outcome.errors.contains("extended retention, which costs more"))
    #expect(outcome.text == "q.podium: 4 added, 0 already there\n")
    #expect(outcome.status == 0)

    let workspace = try test.workspace()
    defer { workspace.close() }
    let comparisons = try (1...4).map { try workspace.comparison(at: $0, rater: "ada").comparison }
    #expect(
      comparisons.map(\.id) == [1, 2, 3].map { RemoteWork.id("e0e0", $0) } + [RemoteWork.id("e0e0", 1) + "#2"]
    )
    #expect(
      comparisons.map { $0.candidates.map(\.model) } == [
        ["small", "large", "tuned"], ["small", "large"], ["small", "tuned"], ["small", "large"],
      ])
    #expect(
      comparisons[3].candidates.map(\.output) == [
        .structured(["answer": "small 1 again"]), .structured(["answer": "large 1 again"]),
      ])
    #expect(comparisons[0].prompt == .text("What is 2 + 2?"))
    #expect(comparisons[0].reference == "4")
    #expect(
      comparisons[1].prompt
        == .messages([.init(role: "system", content: "Be brief."), .init(role: "user", content: "Hi")]))
    #expect(comparisons[1].reference == nil)
    #expect(comparisons[2].prompt == .text("{\n  \"text\": \"long\",\n  \"lines\": 2\n}"))
    #expect(comparisons[2].reference == "{\n  \"summary\": \"s\",\n  \"score\": 1.0\n}")
    let run = RunIdentity(
      runID: try #require(UUID(uuidString: RemoteWork.id("aaaa", 31))),
      traceID: UUID(uuidString: RemoteWork.id("aaaa", 31)),
      sessionID: UUID(uuidString: RemoteWork.id("bbbb", 3)),
      startTime: RemoteWork.startTime(31))
    #expect(comparisons[0].candidates[2].run == run)
  }

  @Test func `The comparative experiment is made once and remembered`() async throws {
    let test = try PullTestCase(ExperimentServer())
    #expect(try await test.pull().status == 0)
    let made = try #require(test.server.comparatives.first)
    #expect(made.value["name"]?.string == "small vs. large vs. tuned-\(made.key.prefix(4))")
    #expect(
      made.value["experiment_ids"] == .array([1, 2, 3].map { .string(RemoteWork.id("bbbb", $0)) }))
    #expect(made.value["reference_dataset_id"]?.string == RemoteWork.dataset)
    let again = try await test.pull()
    #expect(again.text == "q.podium: 0 added, 4 already there\n")
    #expect(again.status == 0)
    #expect(test.server.comparatives.count == 1)
    #expect(test.server.requests.filter { $0.path == "/datasets/comparative" }.count == 1)
    let workspace = try test.workspace()
    defer { workspace.close() }
    #expect(try workspace.settings().comparativeExperimentID == UUID(uuidString: made.key))
    #expect(
      try await test.podium(["status", "q.podium", "--json"]).text.hasPrefix(
        #"{"comparisons":{"total":4,"judged":0"#))
  }

  @Test func `Asked what it would do, it does nothing`() async throws {
    let test = try PullTestCase(ExperimentServer())
    let outcome = try await test.pull("--dry-run", "--json")
    #expect(outcome.status == 0)
    let result = try #require(try JSONParser.parse(outcome.output).object)
    #expect(result["workspace"] == "q.podium")
    #expect(result["comparisons"]?.object?["added"] == 4)
    #expect(result["experiments"]?.array?.map { $0.object?["runs"] } == [4, 4, 3])
    #expect(result["experiments"]?.array?.map { $0.object?["runs_without_outputs"] } == [0, 1, 0])
    #expect(result["findings"]?.object?["repetitions"] == 1)
    #expect(result["findings"]?.object?["examples_left_out"] == 1)
    #expect(result["comparative_experiment"]?.object?["action"] == "make")
    #expect(result["extend_trace_retention"] == true)
    let words = try await test.pull("--dry-run")
    #expect(words.text == "q.podium: 4 would be added, 0 already there\n")
    #expect(words.errors.contains("1 comparison is a repetition"))
    #expect(test.files.isEmpty)
    #expect(test.server.comparatives.isEmpty)

    #expect(try await test.pull("--no-extend-trace-retention").status == 0)
    let later = try #require(try JSONParser.parse(try await test.pull("--dry-run", "--json").output).object)
    #expect(later["comparisons"]?.object?["already_there"] == 4)
    #expect(later["comparative_experiment"]?.object?["action"] == "keep")
    #expect(later["extend_trace_retention"] == false)
  }

  @Test func `What was done is printed as JSON too`() async throws {
    let test = try PullTestCase(ExperimentServer())
    let outcome = try await test.pull("--json")
    #expect(outcome.status == 0)
    let result = try #require(try JSONParser.parse(outcome.output).object)
    #expect(result["comparisons"]?.object?["added"] == 4)
    #expect(test.server.comparatives.count == 1)
    let workspace = try test.workspace()
    defer { workspace.close() }
    #expect(try workspace.progress(rater: "ada").total == 4)
  }

  @Test func `Killed when LangSmith has made the comparative experiment, the next pull takes that one`()
    async throws
  {
    let server = try ExperimentServer()
    server.change { $0.creationReply = .hang(seconds: 30) }
    let test = try PullTestCase(server)
    let child = try KillableProcess(
      .podium, test.everything.dropLast() + [test.folder.path(of: "q.podium")], environment: test.environment)
    child.signal(SIGKILL) { !server.comparatives.isEmpty }
    #expect(try await child.end() == .killed(signal: SIGKILL))
    let outcome = try await test.pull()
    #expect(outcome.status == 0)
    #expect(outcome.text == "q.podium: 0 added, 4 already there\n")
    #expect(server.comparatives.count == 1)
    let workspace = try test.workspace()
    defer { workspace.close() }
    #expect(
      try workspace.settings().comparativeExperimentID
        == server.comparatives.keys.first.flatMap { UUID(uuidString: $0) })
  }

  @Test func `A refused comparative experiment leaves the comparisons, and is made by the next pull`()
    async throws
  {
    let server = try ExperimentServer()
    server.change { $0.creationFault = .json(#"{"detail":"read only"}"#, status: 403) }
    let test = try PullTestCase(server)
    let refused = try await test.pull()
    #expect(refused.status == 4)
    #expect(refused.errors.contains("the comparisons are there, but without a comparative experiment"))
    #expect(refused.errors.contains("read only"))
    let outcome = try await test.pull()
    #expect(outcome.status == 0)
    #expect(outcome.text == "q.podium: 0 added, 4 already there\n")
    #expect(server.comparatives.count == 1)
  }

  @Test func `Faults that pass are waited out`() async throws {
    let faults: [LoopbackReply?] = [
      .status(503), nil, .status(429, ["retry-after-ms": "5"]), nil, .reset, nil,
      .cut(status: 200, body: Array("{}".utf8)),
    ]
    let test = try PullTestCase(ExperimentServer(faults: faults))
    let outcome = try await test.pull()
    #expect(outcome.status == 0)
    #expect(outcome.text == "q.podium: 4 added, 0 already there\n")
  }

  @Test func `Feedback on what was pulled names trace, session, start time and comparative experiment`()
    async throws
  {
    let test = try PullTestCase(ExperimentServer())
    #expect(try await test.pull().status == 0)
    let workspace = try test.workspace()
    let ranking = try #require(Ranking(tiers: [[2], [0, 1]], candidateCount: 3))
    _ = try workspace.record(
      NewJudgment(
        ordinal: 1, decision: Decision(verdict: .ranked, ranking: ranking), orderShown: [0, 1, 2],
        elapsedMilliseconds: 1), rater: "ada", id: UUID(), now: Date())
    workspace.close()
    let feedback = try LoopbackFeedbackServer()
    defer { feedback.stop() }
    var environment = test.environment
    environment["LANGSMITH_ENDPOINT"] = feedback.url
    #expect(try await test.podium(["submit", "q.podium"], environment: environment).status == 0)
    let records = Dictionary(grouping: feedback.records) { $0["run_id"]?.string ?? "" }
    #expect(Set(records.keys) == Set([11, 21, 31].map { RemoteWork.id("aaaa", $0) }))
    for (index, number) in [11, 21, 31].enumerated() {
      let record = try #require(records[RemoteWork.id("aaaa", number)]?.first)
      #expect(record["trace_id"]?.string == RemoteWork.id("aaaa", number))
      #expect(record["session_id"]?.string == RemoteWork.id("bbbb", index + 1))
      #expect(record["start_time"]?.string == RemoteWork.startTime(number))
      #expect(record["comparative_experiment_id"]?.string == test.server.comparatives.keys.first)
      #expect(record["score"]?.number?.doubleValue == (number == 31 ? 1 : 0.25))
    }
  }

  @Test func `What has changed at LangSmith is told, and the workspace keeps what it has`() async throws {
    let server = try ExperimentServer()
    let test = try PullTestCase(server)
    _ = try await test.pull()
    server.change { state in
      state.work.runs.append(RemoteWork.run(32, session: 3, example: 2, output: "tuned 2"))
      state.work.runs.append(RemoteWork.run(24, session: 2, example: 4, output: "large 4"))
    }
    let outcome = try await test.pull()
    #expect(outcome.status == 1)
    #expect(outcome.text == "q.podium: 1 added, 3 already there; not pulled: 1 changed\n")
    #expect(outcome.errors.contains("1 comparison has other runs at LangSmith now"))
  }

  @Test func `A comparative experiment that is there already can be joined`() async throws {
    let test = try PullTestCase(ExperimentServer())
    let id = RemoteWork.id("dddd", 1)
    #expect(try await test.pull("--comparative-experiment", id).status == 0)
    #expect(test.server.comparatives.isEmpty)
    let workspace = try test.workspace()
    defer { workspace.close() }
    #expect(try workspace.settings().comparativeExperimentID == UUID(uuidString: id))
  }
}
