import Foundation
import FeedbackSubmission
import Preference
import StrictJSON
import TestSupport
import Testing

@testable import PreferenceStore

@Suite struct WorkspaceImportTests {
  let test: TestWorkspace

  init() throws {
    test = try TestWorkspace()
  }

  @Test func `the same file again adds nothing`() throws {
    #expect(try test.add(Comparison.samples(3)).added == 3)
    let again = try test.add(Comparison.samples(4))
    #expect(again.added == 1)
    #expect(again.alreadyThere == 3)
    #expect(try test.workspace.progress(rater: "ada").total == 4)
  }

  @Test func `changed content under a known id is reported, and the first content stays`() throws {
    _ = try test.add([.sample("q1"), .sample("q2")])
    var findings: [String] = []
    let changed = Comparison.sample("q2", candidates: 3).json.text()
    let summary = try test.add(
      lines: [Comparison.sample("q1").json.text(), "", changed], findings: &findings)
    #expect(summary.changed == 1)
    #expect(
      findings.map { $0.hasPrefix("input.jsonl:3: id: expected the comparison that was imported") } == [true])
    #expect(try test.workspace.comparison(at: 2, rater: "ada").comparison == .sample("q2"))
  }

  @Test func `canonically equivalent ids and texts are different`() throws {
    let composed = Comparison(id: "\u{E9}", prompt: .text("?"), candidates: Comparison.sample("").candidates)
    let decomposed = Comparison(id: "e\u{301}", prompt: .text("?"), candidates: composed.candidates)
    #expect(try test.add([composed, decomposed]).added == 2)
    let changed = Comparison(id: "\u{E9}", prompt: .text("\u{212B}"), candidates: composed.candidates)
    #expect(try test.add([changed]).changed == 1)
  }

  @Test func `ids with U+0000 are told apart and found again`() throws {
    #expect(try test.add([.sample("a\0b"), .sample("a\0c"), .sample("a")]).added == 3)
    #expect(try test.workspace.ordinal(ofComparison: "a\0c") == 2)
    #expect(try test.workspace.comparison(at: 2, rater: "ada").comparison.id == "a\0c")
    try test.judge(2)
    #expect(try test.current(2)?.comparisonID == "a\0c")
  }

  @Test func `another order of members is no change`() throws {
    let line = #"{"id":"q","prompt":"?","candidates":[{"text":"1"},{"text":"2"}]}"#
    let reordered = #"{"candidates": [{"text":"1"},{"text":"2"}], "prompt": "?", "metadata": {}, "id":"q"}"#
    #expect(try test.add(lines: [line, reordered]).alreadyThere == 1)
  }

  @Test func `bad records are counted and named, and good ones load`() throws {
    var findings: [String] = []
    let lines = [
      Comparison.sample("q1").json.text(), #"{"id": "q2", "prompt": 1}"#,
      #"{"id":"q3","prompt":"?","candidates":[{"text":"1"}]}"#, Comparison.sample("q4").json.text(),
    ]
    let summary = try test.add(lines: lines, findings: &findings)
    #expect(summary.added == 2)
    #expect(summary.refused == 1)
    #expect(summary.setAside == 1)
    #expect(findings.count == 2)
    #expect(findings.first?.hasPrefix("input.jsonl:2: ") == true)
  }

  @Test func `an import that breaks off leaves nothing behind`() throws {
    let good = try source("good.jsonl", Comparison.sample("q1").json.utf8())
    let directory = try FileHandle(forReadingFrom: URL(fileURLWithPath: test.folder.path))
    var comparisons = WorkspaceImport([good, ImportSource(file: directory, name: "directory")])
    #expect(throws: (any Error).self) { try comparisons.run(into: test.workspace, now: test.now) }
    #expect(try test.workspace.progress(rater: "ada").total == 0)
  }

  @Test func `the first comparison can be looked for before there is a workspace`() throws {
    var none = WorkspaceImport([try source("none.jsonl", "1\n2\n".utf8)])
    #expect(try !none.findFirst())
    #expect(none.summary.refused == 2)
    var some = WorkspaceImport([
      try source("bad.jsonl", "1\n".utf8), try source("good.jsonl", Comparison.sample("q1").json.utf8()),
    ])
    #expect(try some.findFirst())
    let summary = try some.run(into: test.workspace, now: test.now)
    #expect(summary.added == 1)
    #expect(summary.refused == 1)
  }

  @Test func `a file that was taken whole and did not change is known`() throws {
    let whole = try source("whole.jsonl", Comparison.sample("q1").json.utf8())
    let partial = try source("partial.jsonl", Comparison.sample("q2").json.utf8() + Array("\n1".utf8))
    var comparisons = WorkspaceImport([whole, partial])
    _ = try comparisons.run(into: test.workspace, now: Date(timeIntervalSinceNow: 60))
    #expect(try test.workspace.hasImported(whole))
    #expect(try !test.workspace.hasImported(partial))
    let rewritten = try source("whole.jsonl", Comparison.sample("q3").json.utf8())
    #expect(try !test.workspace.hasImported(rewritten))
  }

  @Test func `a file that changed just now may change again unseen, and is read again`() throws {
    let fresh = try source("fresh.jsonl", Comparison.sample("q1").json.utf8())
    var comparisons = WorkspaceImport([fresh])
    _ = try comparisons.run(into: test.workspace, now: Date())
    #expect(try !test.workspace.hasImported(fresh))
  }

  func source(_ name: String, _ bytes: some Sequence<UInt8>) throws -> ImportSource {
    let path = try test.folder.write(bytes, to: name)
    return ImportSource(file: try FileHandle(forReadingFrom: URL(fileURLWithPath: path)), name: name)
  }

  @Test func `comparisons are numbered among those of the same number of candidates`() throws {
    _ = try test.add([.sample("a"), .sample("b", candidates: 3), .sample("c")])
    _ = try test.add([.sample("d", candidates: 3), .sample("e", candidates: 30)])
    let peers = try test.workspace.database.read { db in
      try (1...5).map { try ComparisonTable.fetchExisting($0, db).peerIndex }
    }
    #expect(peers == [0, 0, 1, 1, 0])
  }
}
