import Foundation
import Preference
import StrictJSON
import Testing

@testable import PreferenceStore

@Suite struct WorkspaceAddingTests {
  private func comparison(_ id: String, texts: [String] = ["a", "b"], runs: [UUID] = []) -> Comparison {
    let candidates = texts.enumerated().map { index, text in
      Candidate(
        output: .structured(["answer": .string(text)]),
        run: index < runs.count ? RunIdentity(runID: runs[index]) : nil)
    }
    return Comparison(id: id, prompt: .text("?"), candidates: candidates)
  }

  @Test func `Comparisons are added once, and changed ones are told and left alone`() throws {
    let test = try TestWorkspace()
    let workspace = test.workspace
    let comparisons = [comparison("q1"), comparison("q2")]
    var summary = ImportSummary()
    summary.added = 2
    #expect(try workspace.preview(comparisons) == summary)
    #expect(try workspace.overview().comparisons == 0)
    #expect(try workspace.add(comparisons) == summary)
    #expect(try workspace.comparison(at: 2, rater: "ada").comparison == comparisons[1])

    var again = ImportSummary()
    (again.added, again.alreadyThere, again.changed) = (1, 1, 1)
    let newer = [comparison("q1"), comparison("q2", texts: ["a", "c"]), comparison("q3")]
    var faults: [String] = []
    #expect(try workspace.preview(newer) { id, _ in faults.append(id) } == again)
    #expect(try workspace.add(newer) { id, _ in faults.append(id) } == again)
    #expect(faults == ["q2", "q2"])
    #expect(try workspace.comparison(at: 2, rater: "ada").comparison == comparisons[1])
  }

  @Test func `What could not be read again is not taken`() throws {
    let test = try TestWorkspace()
    let workspace = test.workspace
    let run = UUID()
    let bad = [
      comparison("alone", texts: ["a"]), comparison(""), comparison("twice", runs: [run, run]),
      Comparison(
        id: "mute", prompt: .messages([.init(role: "", content: "x")]), candidates: comparison("x").candidates
      ),
    ]
    var faults: [String: String] = [:]
    var summary = ImportSummary()
    (summary.setAside, summary.refused) = (1, 3)
    #expect(try workspace.add(bad) { faults[$0] = "\($1)" } == summary)
    #expect(try Workspace.preview(ofNewWorkspaceWith: bad) == summary)
    #expect(faults["alone"] == "candidates: expected two or more candidates; set aside")
    #expect(faults["twice"] == "candidates[1].run_id: expected a run that no other candidate has")
    #expect(try workspace.overview().comparisons == 0)
  }
}
