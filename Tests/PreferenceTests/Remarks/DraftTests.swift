import StrictJSON
import Testing

@testable import Preference

@Suite struct DraftTests {
  let candidates = [Candidate(output: .text("a")), Candidate(output: .structured(["answer": "b"]))]

  @Test func `is kept and read back whole`() throws {
    let draft = Draft(
      ranking: Ranking(tiers: [[1], [0]], candidateCount: 2),
      remarks: Remarks(comment: "c", unasked: [AnswerSlot("old", candidate: 1): .flag(true)]),
      edit: OpenEdit(subject: .answer(AnswerSlot("why", candidate: 1)), text: "be", cursor: 2),
      laidAside: [
        OpenEdit(subject: .correction(1, field: "answer"), text: "B", cursor: 0),
        OpenEdit(subject: .comment, text: "", cursor: 0),
      ])
    #expect(try read(draft.json) == draft)
  }

  @Test func `of one window never takes the place of what it has not seen`() throws {
    func draft(_ text: String) -> Draft { Draft(remarks: Remarks(comment: text)) }
    func window(_ id: String, _ known: Draft? = nil) -> DraftWindow { DraftWindow(id: id, known: known) }
    var stack = DraftStack()
    stack.keep(draft("one"), from: window("a"))
    stack.keep(draft("one, longer"), from: window("a", draft("one")))
    #expect(stack.entries.map(\.draft) == [draft("one, longer")])
    stack.keep(draft("two"), from: window("b"))
    #expect(stack.draft == draft("two") && stack.others == [draft("one, longer")])
    stack.keep(draft("one, much longer"), from: window("a", draft("one, longer")))
    #expect(stack.draft == draft("one, much longer") && stack.others == [draft("two")])
    #expect(try DraftStack(Field(value: stack.json, path: .record), candidates: candidates) == stack)
    #expect(
      stack.words(order: [0, 1]) == ["comment", "comment"])
    // Who has read it goes on with it.
    stack.keep(draft("both"), from: window("c", draft("one, much longer")))
    #expect(stack.draft == draft("both") && stack.others == [draft("two")])
    stack.keep(nil, from: window("c", draft("both")))
    #expect(stack.draft == draft("two"), "what the other window has comes up")
    stack.keep(draft("two"), from: window("a"))
    #expect(stack.others == [], "the same twice is once")
    stack.keep(nil)
    #expect(stack == DraftStack())
  }

  @Test func `of a window that reads another's stays behind it, and comes up again`() {
    func draft(_ text: String) -> Draft { Draft(remarks: Remarks(comment: text)) }
    var stack = DraftStack()
    stack.keep(draft("one"), from: DraftWindow(id: "a", known: nil))
    stack.keep(draft("two"), from: DraftWindow(id: "b", known: nil))
    stack.keep(draft("two, by a"), from: DraftWindow(id: "a", known: draft("two")))
    #expect(stack.draft == draft("two, by a") && stack.others == [draft("one")])
    stack.keep(draft("two, longer"), from: DraftWindow(id: "a", known: draft("two, by a")))
    #expect(stack.draft == draft("two, longer") && stack.others == [draft("one")])
    stack.keep(nil, from: DraftWindow(id: "a", known: draft("two, longer")))
    #expect(stack.draft == draft("one"))
  }

  @Test func `of another window that cannot be read is kept, and stops nothing`() throws {
    let json = try JSONParser.parse(
      #"{"remarks":{"comment":"mine"},"others":[{"edit":{"of later":1}},{"remarks":{"comment":"theirs"}}]}"#
        .utf8)
    var stack = try DraftStack(Field(value: json, path: .record), candidates: candidates)
    #expect(stack.draft?.remarks?.comment == "mine" && stack.others.map(\.remarks?.comment) == ["theirs"])
    stack.keep(
      Draft(remarks: Remarks(comment: "mine, longer")), from: DraftWindow(id: "a", known: stack.draft))
    #expect(stack.json.text().contains("of later"))
  }

  @Test func `of an earlier version is read`() throws {
    let json = try JSONParser.parse(#"{"edit":{"correction":0,"text":"aa","cursor":1}}"#.utf8)
    #expect(try read(json) == Draft(edit: OpenEdit(subject: .correction(0), text: "aa", cursor: 1)))
  }

  @Test(arguments: [
    #"{"laid_aside":[{"answer":"why","candidate":2,"text":"","cursor":0}]}"#,
    #"{"laid_aside":{}}"#, #"{"laid_aside":[{"answer":1,"text":""}]}"#,
  ]) func `that names what there is not is refused`(json: String) throws {
    #expect(throws: RecordFault.self) { try read(JSONParser.parse(json.utf8)) }
  }

  @Test func `answers to what is not asked any more are set apart, also those being written`() {
    let rubric = Rubric(criteria: [
      Criterion(key: "why", kind: .text), Criterion(key: "ok", kind: .flag, scope: .run),
    ])
    let draft = Draft(
      edit: OpenEdit(subject: .answer(AnswerSlot("gone", candidate: 0)), text: "half", cursor: 4),
      laidAside: [OpenEdit(subject: .answer(AnswerSlot("why")), text: "b", cursor: 1)])
    let saved = Remarks(comment: "saved")
    let adapted = draft.adapted(to: rubric, candidateCount: 2, saved: saved)
    #expect(adapted.edit == nil && adapted.laidAside.count == 1)
    #expect(adapted.remarks?.unasked == [AnswerSlot("gone", candidate: 0): .text("half")])
    #expect(adapted.remarks?.comment == "saved")
    #expect(
      Draft(laidAside: draft.laidAside).adapted(to: rubric, candidateCount: 2, saved: saved).remarks == nil)
  }

  @Test func `answers come back with a rubric that asks for them again`() {
    let remarks = Remarks(answers: [AnswerSlot("tone"): .tags(["formal"]), AnswerSlot("ok"): .flag(true)])
    let other = Rubric(criteria: [Criterion(key: "ok", kind: .flag)])
    let adapted = remarks.adapted(to: other, candidateCount: 2)
    #expect(adapted.answers == [AnswerSlot("ok"): .flag(true)])
    #expect(adapted.unasked == [AnswerSlot("tone"): .tags(["formal"])])
    let first = Rubric(criteria: [
      Criterion(key: "tone", kind: .tags([.init(value: "formal")])), Criterion(key: "ok", kind: .flag),
    ])
    #expect(adapted.adapted(to: first, candidateCount: 2) == remarks)
    #expect(remarks.adapted(to: nil, candidateCount: 2).unasked.count == 2)
  }

  private func read(_ json: JSONValue) throws -> Draft {
    try Draft(Field(value: json, path: .record), candidates: candidates)
  }
}
