import Preference
import Foundation
import FeedbackSubmission
import GRDB
import Preference
import PreferenceStore
import StrictJSON
import TestSupport
import Testing

/// Programs that are killed where they stand: what they said is saved, and nothing else is half there.
@Suite struct KillTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  var path: String { folder.path(of: "w.podium") }

  func open() throws -> Workspace {
    try Workspace(
      path: path, createIfMissing: false,
      origin: WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "test"))
  }

  func add(_ ordinals: ClosedRange<Int>) async throws {
    let records = ordinals.map { ordinal -> String in
      let candidates = ["a", "b"].map { #"{"text":"\#($0)","run_id":"\#(UUID().uuidString)"}"# }
      return #"{"id":"q\#(ordinal)","prompt":"?","candidates":[\#(candidates.joined(separator: ","))]}"#
    }
    let outcome = try await BuiltProgram.podium.run(
      ["import", "-", "--workspace", "w.podium"], in: folder.path,
      input: Array(records.joined(separator: "\n").utf8))
    #expect(outcome.status == 0)
  }

  @Test func `an import that is killed leaves nothing behind`() async throws {
    try await add(1...1)
    let child = try KillableProcess(.podium, ["import", "-", "--workspace", path])
    // The pipe holds far less than this: when all of it is written, most of it has been read.
    for index in 0..<2000 {
      let filler = String(repeating: "x", count: 2000)
      try await child.writeAtLength(ImportCommandTests.record("new \(index)", prompt: "\"\(filler)\"") + "\n")
    }
    try await child.kill()
    #expect(try open().progress(rater: "ada").total == 1)
    try await add(2...4)
    #expect(try open().progress(rater: "ada").total == 4)
  }

  @Test(arguments: [1, 5, 9, 14, 20, 33, 50, 100])
  func `a rater whose program is killed loses nothing that was saved`(judgments: Int) async throws {
    try await add(1...10)
    let children = try ["ada", "bob"].map { try KillableProcess(.judging, [path, $0]) }
    for child in children { try await child.readLines(judgments) }
    for child in children { try await child.kill() }
    let saved = children.map { $0.readRest() }
    let workspace = try open()
    for (rater, lines) in zip(["ada", "bob"], saved) { try expect(lines, of: rater, in: workspace) }
    let integrity = try workspace.database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    #expect(integrity == ["ok"])
  }

  /// What a rater's program printed is in the workspace; at most the judgment it was about to print is there as well.
  func expect(_ lines: [String], of rater: String, in workspace: Workspace) throws {
    let judgments = try workspace.database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT comparison || ' ' || revision FROM judgment JOIN rater ON rater.id = judgment.rater
          WHERE rater.name = ? ORDER BY judgment.id
          """, arguments: [rater])
    }
    #expect(judgments.starts(with: lines))
    #expect(judgments.count - lines.count <= 1)
    try expectWholeTransactions(in: workspace)
  }

  /// What waits to be delivered is what the current judgments say, record by record.
  func expectWholeTransactions(in workspace: Workspace) throws {
    var current: [String] = []
    try workspace.forEachCurrentJudgment { judgment, comparison in
      current += comparison.candidates.map { _ in judgment.id.uuidString.lowercased() }
    }
    let contents = try workspace.database.read {
      try Data.fetchAll($0, sql: "SELECT content FROM feedback_record")
    }
    let waiting = try contents.map { content in
      let source = try JSONParser.parse(content).object?["feedback_source"]?.object
      return source?["metadata"]?.object?["podium"]?.object?["judgment_id"]?.string
    }
    #expect(waiting.compactMap(\.self).sorted() == current.sorted())
    let judged = try workspace.overview().raters.map(\.judged).reduce(0, +)
    #expect(judged * 2 == current.count)
  }
}
