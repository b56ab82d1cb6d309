import Foundation
import StrictJSON
import TestSupport
import Testing

/// Programs that are killed between keeping and sending: what they kept arrives, and arrives once.
@Suite struct FeedbackKillTests {
  private typealias Fixture = FeedbackCommandFixture

  private static let lines = (1...40).map {
    #"{"run_id":"aaaa0001-0000-4000-8000-\#(String(100_000_000_000 + $0))","key":"k","score":\#($0)}"#
  }.joined(separator: "\n")

  @Test(arguments: [
    LoopbackFeedbackServer.Fault.reply(.hang(seconds: 60)), .replyAfterwards(.hang(seconds: 60)),
  ])
  func `killed while it sends, the next submit delivers each record once`(
    fault: LoopbackFeedbackServer.Fault
  ) async throws {
    let fixture = try Fixture(faults: [fault])
    defer { fixture.server.stop() }
    let path = try fixture.folder.write(Self.lines.utf8, to: "feedback.jsonl")
    let child = try KillableProcess(
      .podium, ["feedback", "create", "--from-json", path], environment: fixture.environment)
    child.signal(SIGKILL) { [server = fixture.server] in server.requests.contains { $0.path != "/info" } }
    #expect(try await child.end() == .killed(signal: SIGKILL))
    #expect(try await fixture.podium("submit", fixture.outboxPath).status == 0)
    #expect(fixture.server.records.count == 40)
    #expect(Set(fixture.server.records.compactMap { $0["run_id"]?.string }).count == 40)
  }

  @Test func `kept by one program, delivered by the next one that creates`() async throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let kept = try await fixture.create(fromJSON: Self.lines, "--no-wait")
    #expect(kept.texts("state") == Array(repeating: "kept", count: 40))
    #expect(fixture.requests.isEmpty)
    #expect(try await fixture.create().status == 0)
    #expect(fixture.server.records.count == 41)
    #expect(Set(kept.texts("id")).isSubset(of: fixture.server.records.map { $0["id"]?.string }))
  }

  @Test(arguments: ["", "-lock", "-wal"])
  func `killed while it keeps, all is there or nothing`(fileMade suffix: String) async throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let path = try fixture.folder.write(
      String(repeating: Self.lines + "\n", count: 100).utf8, to: "feedback.jsonl")
    let workspace = fixture.folder.path(of: "w.podium")
    let child = try KillableProcess(
      .podium, ["feedback", "create", "--no-wait", "--from-json", path, "--workspace", workspace],
      environment: fixture.environment)
    _ = try await poll("the file") { FileManager.default.fileExists(atPath: workspace + suffix) ? true : nil }
    try await child.kill()
    let again = try await fixture.create("--no-wait", "--workspace", workspace)
    #expect(again.texts("state") == ["kept"])
    let status = try await fixture.podium("status", workspace, "--json")
    #expect(status.text.contains(#""waiting":1,"#) || status.text.contains(#""waiting":4001,"#))
  }
}
