import Foundation
import Preference
import Testing

@testable import PreferenceStore

@Suite struct WorkspaceHistoryTests {
  let test: TestWorkspace

  init() throws {
    test = try TestWorkspace(Comparison.samples(4))
  }

  @Test func `undo and redo walk through judgments, also after a restart`() throws {
    let first = try test.judge(1)
    let second = try test.judge(2)
    try test.reopen()
    #expect(try test.undo() == HistoryStep(ordinal: 2, current: nil))
    #expect(try test.undo() == HistoryStep(ordinal: 1, current: nil))
    #expect(try test.undo() == nil)
    #expect(try test.workspace.progress(rater: "ada").judged == 0)
    try test.reopen()
    #expect(try test.redo() == HistoryStep(ordinal: 1, current: first))
    #expect(try test.redo() == HistoryStep(ordinal: 2, current: second))
    #expect(try test.redo() == nil)
    #expect(try test.workspace.progress(rater: "ada").judged == 2)
  }

  @Test func `undo of an edit brings the judgment before it back`() throws {
    let first = try test.judge(1)
    let second = try test.judge(1, .allBad)
    #expect(try test.undo() == HistoryStep(ordinal: 1, current: first))
    #expect(try test.current(1) == first)
    #expect(try test.redo() == HistoryStep(ordinal: 1, current: second))
  }

  @Test func `a new judgment forgets what was undone`() throws {
    try test.judge(1)
    try test.judge(2)
    _ = try test.undo()
    try test.judge(3)
    #expect(try test.redo() == nil)
    #expect(try test.undo()?.ordinal == 3)
    #expect(try test.undo()?.ordinal == 1)
  }

  @Test func `a judgment after undo goes on in the lineage`() throws {
    let first = try test.judge(1)
    _ = try test.undo()
    let second = try test.judge(1)
    #expect(second.lineage == first.lineage)
    #expect(second.revision == 2)
  }

  @Test func `each rater has a history of their own`() throws {
    try test.judge(1)
    try test.judge(1, .allBad, rater: "bob")
    #expect(try test.undo()?.ordinal == 1)
    #expect(try test.current(1, rater: "bob")?.verdict == .allBad)
    #expect(try test.undo(rater: "eve") == nil)
  }
}
