import StrictJSON
import TestSupport
import Testing

@testable import podium

@Suite struct PullQueueTests {
  @Test(
    "The runs of a queue are printed, by either generation of calls",
    arguments: ExperimentServer.Generation.allCases)
  func runs(generation: ExperimentServer.Generation) async throws {
    let test = try PullTestCase(ExperimentServer(generation))
    let outcome = try await test.podium(["pull", "--queue", "To review"])
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 3)
    let first = try #require(try outcome.lines.first.flatMap { try JSONParser.parse($0.utf8).object })
    #expect(first["item_id"]?.string == RemoteWork.id("17e0", 34))
    #expect(first["run_id"]?.string == RemoteWork.id("aaaa", 34))
    #expect(first["trace_id"]?.string == RemoteWork.id("aaaa", 34))
    #expect(first["session_id"]?.string == RemoteWork.id("bbbb", 3))
    #expect(first["start_time"]?.string == RemoteWork.startTime(34))
    #expect(first["outputs"] == ["answer": "tuned 4"])
    #expect(first["thread_id"] == nil)
    let asked = test.server.requests.filter { $0.path.contains("needs_my_review") }
    #expect(!asked.isEmpty)
    #expect(try await test.podium(["pull", "--queue", "To review", "--limit", "1"]).lines.count == 1)
    #expect(test.files.isEmpty)
  }

  @Test(
    "Items are marked as done, by either generation of calls", arguments: ExperimentServer.Generation.allCases
  )
  func mark(generation: ExperimentServer.Generation) async throws {
    let test = try PullTestCase(ExperimentServer(generation))
    let items = [RemoteWork.id("17e0", 34), RemoteWork.id("17e0", 15)]
    let outcome = try await test.podium(
      ["pull", "--queue", RemoteWork.queue, "--mark-done", items[0], "--mark-done", items[1]])
    #expect(outcome.status == 0)
    #expect(outcome.text == "")
    #expect(test.server.marked == items.map { "\($0) completed" })
  }
}
