import FeedbackSubmission
import Foundation
import GRDB
import Preference
import Testing

@testable import PreferenceStore

@Suite("Lists of a workspace")
struct WorkspaceQueueTests {
  let test: TestWorkspace
  var workspace: Workspace { test.workspace }

  init() throws {
    let prompts = ["Why is the SKY blue?", "Ärzte und Äpfel", "sky\n\tand\u{0} sea", "empty", "the sea"]
    test = try TestWorkspace(
      prompts.enumerated().map { index, prompt in
        Comparison(
          id: "Q\(9 - index)", prompt: .text(prompt),
          candidates: (0...(index == 2 ? 3 : 1)).map { Candidate(output: .text("\($0)")) })
      })
  }

  func numbers(_ state: QueueFilter.State = .all, _ text: String = "", _ order: QueueFilter.Order = .number)
    throws -> [Int]
  {
    try workspace.listing(QueueFilter(state: state, text: text, order: order), rater: "ada")
  }

  @Test func `words are found in prompts and ids, in either case and in any order`() throws {
    #expect(try numbers(.all, "sky") == [1, 3])
    #expect(try numbers(.all, "SEA sky") == [3])
    #expect(try numbers(.all, "and sea") == [3])
    #expect(try numbers(.all, "äpfel") == [2])
    #expect(try numbers(.all, "q9") == [1])
    #expect(try numbers(.all, "4") == [4])
    #expect(try numbers(.all, "' OR 1=1 --") == [])
    #expect(try numbers(.all, "  ") == [1, 2, 3, 4, 5])
  }

  @Test func `states tell what the rater did, and nobody else`() throws {
    try test.judge(2)
    try test.judge(3, rater: "bob")
    #expect(try numbers(.unjudged) == [1, 3, 4, 5])
    #expect(try numbers(.judged) == [2])
    #expect(try numbers(.judged, "sky") == [])
    #expect(try workspace.toggleFlag(4, rater: "ada"))
    #expect(try numbers(.flagged) == [4])
    #expect(try !workspace.toggleFlag(4, rater: "ada"))
    #expect(try numbers(.flagged) == [])
    #expect(try workspace.listing(QueueFilter(state: .judged), rater: "nobody") == [])
  }

  @Test func `raters who say the same in another order agree`() throws {
    try test.judge(1, .allGood)
    try test.judge(1, .allBad, rater: "bob")
    try test.judge(3, Self.ranked([[0, 1]]))
    try test.judge(3, Self.ranked([[1, 0]]), rater: "bob")
    try test.judge(5, .allGood)
    #expect(try numbers(.disagreement) == [1])
    let entries = try workspace.queueEntries([1, 3, 5], rater: "ada")
    #expect(entries.map(\.ratersDiffer) == [true, false, false])
    #expect(entries.map(\.raterCount) == [2, 2, 1])
    #expect(try workspace.agreement() == RaterAgreement(shared: 2, same: 1))
    #expect(
      try workspace.overview().agreement.sentence == "raters agree on 1 of 2 comparisons that several judged")
  }

  @Test func `one rater agrees with nobody`() throws {
    try test.judge(1)
    #expect(try workspace.agreement() == RaterAgreement(shared: 0, same: 0))
    #expect(try workspace.agreement().sentence == nil)
  }

  @Test func `lists are sorted by id, by runs, and by what was judged last`() throws {
    #expect(try numbers(.all, "", .id) == [5, 4, 3, 2, 1])
    #expect(try numbers(.all, "", .runs) == [3, 1, 2, 4, 5])
    try test.judge(4)
    try test.judge(2)
    #expect(try numbers(.all, "", .latest) == [2, 4, 1, 3, 5])
    #expect(try numbers(.judged, "", .latest) == [2, 4])
  }

  @Test func `entries say what the list shows`() throws {
    try test.judge(3, .allBad)
    let entry = try #require(try workspace.queueEntries([3], rater: "ada").first)
    #expect(entry.prompt == "sky and sea")
    #expect(entry.id == "Q7")
    #expect(entry.order.sorted() == [0, 1, 2, 3])
    #expect(entry.decision == .allBad)
    #expect(entry.elapsedMilliseconds == 1500)
  }

  @Test func `the first of a list is the first that is in its state still`() throws {
    try test.judge(2)
    func first(_ state: QueueFilter.State, isUnjudged: Bool = false) throws -> Int? {
      try workspace.first(of: [2, 3, 4], in: state, isUnjudged: isUnjudged, rater: "ada")
    }
    #expect(try first(.all) == 2)
    #expect(try first(.all, isUnjudged: true) == 3)
    #expect(try first(.unjudged) == 3)
    #expect(try first(.judged) == 2)
    #expect(try first(.flagged) == nil)
  }

  @Test func `a comparison is named by number, id, or the only beginning`() throws {
    #expect(try workspace.ordinal(named: "2") == 2)
    #expect(try workspace.ordinal(named: "Q9") == 1)
    #expect(try workspace.ordinal(named: "Q") == nil)
    #expect(try workspace.ordinal(named: "99") == nil)
    _ = try test.add([.sample("unique-id")])
    #expect(try workspace.ordinal(named: "uni") == 6)
  }

  @Test func `whole ids and prompts are searched, messages and all`() throws {
    let filler = String(repeating: "word ", count: 2000)
    _ = try test.add([
      Comparison(
        id: String(repeating: "i", count: 300) + "END", prompt: .text(filler + "Needle"),
        candidates: Comparison.sample("x").candidates),
      Comparison(
        id: "talk",
        prompt: .messages([
          Prompt.Message(role: "system", content: "be brief"), Prompt.Message(role: "user", content: "Hay"),
        ]), candidates: Comparison.sample("x").candidates),
    ])
    #expect(try numbers(.all, "needle") == [6])
    #expect(try numbers(.all, "iiend") == [6])
    #expect(try numbers(.all, "brief hay") == [7])
    // What models wrote, and what they are called, is not what a list is searched by.
    #expect(try numbers(.all, "answer") == [])
  }

  @Test func `lines of an older workspace are made anew from whole prompts`() throws {
    let prompt = Prompt.messages([
      Prompt.Message(role: "system", content: "Be BRIEF"), Prompt.Message(role: "user", content: "Hay"),
    ])
    _ = try test.add([Comparison(id: "talk", prompt: prompt, candidates: Comparison.sample("x").candidates)])
    let lines = {
      try workspace.database.read { try String.fetchAll($0, sql: "SELECT line FROM search_line") }
    }
    let before = try lines()
    try workspace.database.write { db in
      try db.execute(sql: "UPDATE search_line SET line = 'beginning'")
      try WorkspaceSchema.refillSearchLines(db)
    }
    let after = try lines()
    #expect(after.count == before.count)
    #expect(after.last == "talk\nbe brief\nhay")
    // SQLite's JSON ends a text at U+0000, GRDB too.
    for (old, new) in zip(before, after) { #expect(old.hasPrefix(new)) }
    #expect(zip(before, after).filter { $0.0 != $0.1 }.isEmpty)
  }

  private static func ranked(_ tiers: [[Int]]) -> Decision {
    Decision(verdict: .ranked, ranking: Ranking(tiers: tiers, candidateCount: 4) ?? Ranking())
  }
}
