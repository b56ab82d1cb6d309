import FeedbackSubmission
import Foundation
import GRDB
import Preference
import PreferenceStore
import TestSupport
import Testing

@testable import LabelingUI
@testable import podium

/// What the workspace's thread answers when something is wrong with the workspace.
@Suite struct WorkspaceWorkerTests {
  let folder: TemporaryFolder
  let workspace: Workspace
  let mailbox = Mailbox {}

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
    let location = try WorkspaceLocation(of: folder.path(of: "runs.jsonl"))
    workspace = try WorkspaceAccess(console: .standard).open(importing: location).workspace
  }

  func answers(to effects: Effect...) -> [Message] {
    let worker = WorkspaceWorker(workspace: workspace, rater: "ada", mailbox: mailbox) {}
    effects.forEach(worker.perform)
    worker.finish()
    return mailbox.takeAll()
  }

  private func judgment(of comparison: Int, _ verdict: Verdict, runs: Int) -> Effect {
    .record(
      JudgmentRequest(
        comparison: comparison, decision: Decision(verdict: verdict, ranking: Ranking()),
        orderShown: Array(0..<runs), elapsedMilliseconds: 1, list: QueueFilter(), draft: nil))
  }

  @Test func `a judgment that is on the disk is never called unsaved`() throws {
    _ = answers(to: judgment(of: 2, .allBad, runs: 3))
    // So many that they cannot be counted.
    try workspace.database.write {
      try $0.execute(
        sql: "INSERT INTO judged_span (rater, first, last) VALUES (1, 50, ?), (1, 60, ?)",
        arguments: [Int.max, Int.max]
      )
    }
    let messages = answers(to: judgment(of: 1, .allGood, runs: 2))
    #expect(!messages.contains { if case .recordingFailed = $0 { true } else { false } })
    #expect(messages.contains { if case .workFailed = $0 { true } else { false } })
    #expect(try workspace.comparison(at: 1, rater: "ada").current?.verdict == .allGood)
  }

  @Test func `of two windows, the second sees what the first saved before it replaces that`() throws {
    let other = WorkspaceWorker(workspace: workspace, rater: "ada", mailbox: mailbox) {}
    let worker = WorkspaceWorker(workspace: workspace, rater: "ada", mailbox: mailbox) {}
    for window in [other, worker] {
      window.perform(.open(2))
      window.finish()
    }
    other.perform(judgment(of: 2, .allBad, runs: 3))
    other.finish()
    _ = mailbox.takeAll()
    let decision = Decision(
      verdict: .ranked, ranking: Ranking(tiers: [[1]], candidateCount: 3) ?? Ranking(),
      remarks: Remarks(comment: "mine"))
    let request = JudgmentRequest(
      comparison: 2, decision: decision, orderShown: [0, 1, 2], elapsedMilliseconds: 1, list: QueueFilter(),
      draft: nil)
    worker.perform(.record(request))
    worker.finish()
    #expect(try workspace.comparison(at: 2, rater: "ada").current?.verdict == .allBad)
    let messages = mailbox.takeAll()
    guard case .recordingFailed(let reason)? = messages.first, case .opened(let item, _)? = messages.last
    else {
      Issue.record("\(messages)")
      return
    }
    #expect(reason.contains("another window of yours judged it meanwhile"))
    #expect(item.judged?.verdict == .allBad)
    #expect(item.draft == Draft(ranking: decision.ranking, remarks: decision.remarks))
    worker.perform(.record(request))
    worker.finish()
    #expect(try workspace.comparison(at: 2, rater: "ada").current?.remarks.comment == "mine")
  }

  @Test func `of two windows, each keeps what it has begun, and the rater is told once`() throws {
    let windows = [Mailbox {}, Mailbox {}].map { mailbox in
      (WorkspaceWorker(workspace: workspace, rater: "ada", mailbox: mailbox) {}, mailbox)
    }
    func perform(_ effect: Effect, in window: Int) -> [String] {
      windows[window].0.perform(effect)
      windows[window].0.finish()
      return windows[window].1.takeAll().compactMap { if case .warned(let words) = $0 { words } else { nil } }
    }
    func draft(_ text: String) -> Draft { Draft(remarks: Remarks(comment: text)) }
    func keep(_ text: String, in window: Int) -> [String] {
      perform(.keepDraft(KeptDraft(comparison: 2, draft: draft(text))), in: window)
    }
    #expect(perform(.open(2), in: 0).isEmpty && perform(.open(2), in: 1).isEmpty)
    #expect(keep("first", in: 0).isEmpty)
    #expect(keep("second", in: 1).first?.contains("another window of yours has begun comparison 2") == true)
    #expect(keep("second, longer", in: 1).isEmpty, "once is enough")
    #expect(keep("first, longer", in: 0).count == 1)
    #expect(try workspace.drafts(of: 2, rater: "ada").others == [draft("second, longer")])
    let stored = try #require(workspace.drafts().first)
    #expect(stored.contents == ["comment"] && stored.contentsElsewhere == ["comment"])
    let entry = try workspace.queueEntries([2], rater: "ada").first
    #expect(entry?.begun == ["comment"] && entry?.begunElsewhere == ["comment"])
    // The judgment takes along what its window has, and the other's comes up.
    _ = perform(judgment(of: 2, .allGood, runs: 3), in: 0)
    #expect(try workspace.drafts(of: 2, rater: "ada").draft == draft("second, longer"))
    #expect(perform(.discardDraft(2), in: 0).isEmpty)
    #expect(try workspace.draft(of: 2, rater: "ada") == nil)
  }

  @Test func `a draft that cannot be read is told when its comparison opens`() throws {
    _ = answers(
      to: .keepDraft(KeptDraft(comparison: 1, draft: Draft(remarks: Remarks(comment: "an hour's work")))))
    try workspace.database.write { try $0.execute(sql: "UPDATE draft SET body = '{\"remarks\": 1}'") }
    let messages = answers(to: .open(1))
    guard case .opened(let item, _)? = messages.first, case .workFailed(_, let reason)? = messages.last else {
      Issue.record("\(messages)")
      return
    }
    #expect(item.draft == nil)
    #expect(reason.contains("the draft of comparison 1 cannot be read (remarks: expected"), "\(reason)")
  }
}
