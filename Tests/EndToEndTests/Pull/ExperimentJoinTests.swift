import Foundation
import Preference
import StrictJSON
import Testing

@testable import LangSmith
@testable import podium

@Suite struct ExperimentJoinTests {
  /// - Parameter runs: Of each experiment, in the order in which they come.
  private func join(_ runs: [JSONObject]..., examples: [JSONObject] = RemoteWork().examples) throws
    -> ExperimentJoin
  {
    let experiments = try runs.enumerated().map { index, runs in
      PulledWork.Experiment(
        session: try Session(.object(RemoteWork.session(index + 1, "e\(index + 1)")), subject: "x"),
        runs: try runs.map { try Run(.object($0), subject: "x") })
    }
    let known = try examples.map { try Example(.object($0), subject: "x") }
    return ExperimentJoin(
      PulledWork(
        dataset: try Dataset(["id": .string(RemoteWork.dataset)], subject: "x"), experiments: experiments,
        examples: Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })))
  }

  private func run(_ number: Int, example: Int, minute: Int = 0) -> JSONObject {
    RemoteWork.run(number, session: number / 10, example: example, output: "\(number)", minute: minute)
  }

  private func outputs(_ join: ExperimentJoin) -> [[String?]] {
    join.comparisons.map { comparison in
      comparison.candidates.map { candidate in
        guard case .structured(let outputs) = candidate.output else { return nil }
        return outputs["answer"]?.string
      }
    }
  }

  @Test func `Neither the order of runs nor their times decide what is compared`() throws {
    let join = try join(
      [run(11, example: 1, minute: 9), run(12, example: 2, minute: 1), run(13, example: 3, minute: 5)],
      [run(23, example: 3, minute: 1), run(21, example: 1, minute: 2), run(22, example: 2, minute: 9)])
    #expect(outputs(join) == [["11", "21"], ["12", "22"], ["13", "23"]])
    #expect(join.findings.lines == ["1 example has no outputs: raters see no reference there"])
  }

  @Test func `Repetitions go first with first, and a later one does not change the earlier`() throws {
    let first = [run(15, example: 1, minute: 5), run(11, example: 1, minute: 1)]
    let second = [run(22, example: 1, minute: 7), run(21, example: 1, minute: 2)]
    let before = try join(first, second)
    #expect(outputs(before) == [["11", "21"], ["15", "22"]])
    #expect(before.comparisons.map(\.id).last?.hasSuffix("#2") == true)
    #expect(before.comparisons.last?.metadata["langsmith"]?.object?["repetition"] == 2)
    let after = try join([run(16, example: 1, minute: 9)] + first, second)
    #expect(after.comparisons == before.comparisons)
    #expect(after.findings.unpairedRepetitions == 1)
    #expect(before.findings.repetitions == 1)
  }

  @Test func `Runs without outputs, without an example, and below others are no candidates`() throws {
    var failed = run(12, example: 1)
    failed["outputs"] = .null
    var large = failed
    large["id"] = .string(RemoteWork.id("aaaa", 13))
    large["outputs_s3_urls"] = ["ROOT": [:]]
    var stray = run(14, example: 1)
    stray["reference_example_id"] = nil
    var child = run(15, example: 1)
    child["parent_run_id"] = .string(RemoteWork.id("aaaa", 11))
    let join = try join([child, failed, large, stray, run(11, example: 1)], [run(21, example: 1)])
    #expect(outputs(join) == [["11", "21"]])
    #expect(
      join.findings.experiments.first
        == JoinFindings.Experiment(
          name: "e1", missing: 0, withoutOutputs: 1, withDetachedOutputs: 1, withoutExample: 1))
  }

  @Test func `An example that the dataset has no more shows what the runs were given`() throws {
    let join = try join([run(11, example: 9)], [run(21, example: 9)])
    #expect(join.comparisons.first?.prompt == .text("?"))
    #expect(join.comparisons.first?.reference == nil)
    #expect(join.findings.examplesUnknown == 1)
    #expect(join.findings.examplesWithoutOutputs == 0)
  }

  @Test func `Where the server leaves it out, a root run is its own trace and belongs to the experiment`()
    throws
  {
    var bare = run(11, example: 1)
    for key in ["trace_id", "session_id", "start_time"] { bare[key] = nil }
    let identity = try #require(
      try join([bare], [run(21, example: 1)]).comparisons.first?.candidates.first?.run)
    #expect(identity.traceID == identity.runID)
    #expect(identity.sessionID == UUID(uuidString: RemoteWork.id("bbbb", 1)))
    #expect(identity.startTime == nil)
  }

  @Test func `Examples are in the dataset's order, repetitions after all of them`() throws {
    let join = try join(
      [run(13, example: 3), run(11, example: 1), run(14, example: 1, minute: 3)],
      [run(21, example: 1), run(23, example: 3), run(24, example: 1, minute: 4)])
    #expect(outputs(join) == [["11", "21"], ["13", "23"], ["14", "24"]])
  }
}
