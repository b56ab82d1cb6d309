import Foundation
import StrictJSON
import TestSupport
import Testing

/// A disk that takes no more, as a limit of the size of files: nothing is said to be kept that is not, and what was
/// delivered is not delivered again under another id.
@Suite struct DiskFullTests {
  private typealias Fixture = FeedbackCommandFixture

  /// With ids, so that the call may be made again.
  private static func lines(_ count: Int) -> String {
    (1...count).map { number in
      let digits = String(100_000_000_000 + number)
      return """
        {"run_id":"aaaa0001-0000-4000-8000-\(digits)","feedback_id":"cccc0001-0000-4000-8000-\(digits)","key":"k",\
        "comment":"\(String(repeating: "long ", count: 40))"}
        """
    }.joined(separator: "\n")
  }

  private func run(
    _ arguments: [String], _ fixture: Fixture, fileLimit bytes: Int
  ) async throws -> BuiltProgram.Outcome {
    // In blocks of 512 bytes.
    let script = #"ulimit -f "$0"; exec "$@""#
    return try await BuiltProgram(path: "/bin/sh").run(
      ["-c", script, String(bytes / 512), BuiltProgram.podium.path] + arguments, in: fixture.folder.path,
      environment: fixture.environment)
  }

  @Test func `what does not fit is not kept, and is said`() async throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    _ = try fixture.folder.write(Self.lines(2000).utf8, to: "feedback.jsonl")
    let arguments = [
      "feedback", "create", "--no-wait", "--from-json", "feedback.jsonl", "--workspace", "w.podium",
    ]
    let full = try await run(arguments, fixture, fileLimit: 300_000)
    #expect(full.status == 2)
    #expect(full.output.isEmpty)
    #expect(full.errors.contains("w.podium: the disk"))
    let again = try await fixture.create(fromJSON: Self.lines(2000), "--workspace", "w.podium")
    #expect(again.status == 0)
    #expect(fixture.server.records.count == 2000)
  }

  @Test(
    .enabled(if: SmallDisk.isPossible, "a file system of one's own needs root and mount"),
    arguments: [96, 160, 400])
  func `a disk that is full for everybody loses nothing, too`(kilobytes: Int) async throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let disk = try await SmallDisk(in: fixture.folder)
    defer { disk.unmount() }
    let workspace = disk.path + "/w.podium"
    let kept = try await fixture.create(fromJSON: Self.lines(400), "--no-wait", "--workspace", workspace)
    #expect(kept.status == 0)
    try disk.fill(leaving: kilobytes)
    _ = try fixture.folder.write(Self.lines(3000).utf8, to: "more.jsonl")
    let full = try await fixture.podium(
      "feedback", "create", "--no-wait", "--from-json", "more.jsonl", "--workspace", workspace)
    #expect(full.status == 2)
    #expect(full.errors.contains("disk"))
    #expect(full.output.isEmpty)
    _ = try await fixture.podium("submit", workspace)
    try disk.empty()
    #expect(try await fixture.podium("submit", workspace).status == 0)
    #expect(fixture.server.records.count == 400)
    #expect(Set(fixture.server.records.compactMap { $0["run_id"]?.string }).count == 400)
  }

  @Test(arguments: [4096, 12_000, 40_000])
  func `what cannot be entered as delivered is settled later, once`(room: Int) async throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let kept = try await fixture.create(fromJSON: Self.lines(400), "--no-wait", "--workspace", "w.podium")
    #expect(kept.status == 0)
    let size = try fixture.folder.contents(of: "w.podium").count
    let full = try await run(["submit", "w.podium"], fixture, fileLimit: room)
    #expect(full.status != 0, "\(size) bytes")
    #expect(full.end != .killed(signal: SIGXFSZ))
    #expect(try await fixture.podium("submit", "w.podium").status == 0)
    #expect(fixture.server.records.count == 400)
    #expect(Set(fixture.server.records.compactMap { $0["run_id"]?.string }).count == 400)
  }
}
