import StrictJSON
import Testing

@testable import Preference

@Suite struct RubricTests {
  let rubric: Rubric

  init() throws {
    rubric = Rubric(
      name: "n",
      criteria: [
        Criterion(
          key: "errors", kind: .tags([.init(value: "factual"), .init(value: "style"), .init(value: "form")]),
          scope: .run, isRequired: true),
        Criterion(key: "kind", kind: .category([.init(value: "a", score: 0.5), .init(value: "b")])),
        Criterion(key: "fluency", kind: .rating(try #require(Scale(minimum: 1, maximum: 5))), scope: .run),
        Criterion(key: "seen", kind: .flag), Criterion(key: "why", kind: .text),
      ])
  }

  @Test func `each option and flag of a scope has a letter of its own`() {
    #expect(rubric["errors"]?.options.map(\.letter) == ["f", "s", "o"])
    #expect(rubric["fluency"]?.letter == "l")
    #expect(rubric["seen"]?.letter == "s")
    #expect(rubric.flaws.isEmpty)
  }

  @Test func `it is read as it was written`() throws {
    let field = Field(value: try JSONParser.parse(rubric.json.utf8()), path: .record)
    #expect(try Rubric(field) == rubric)
  }

  @Test(arguments: [
    (AnswerSlot("errors", candidate: 0), Answer.tags(["style"]), true),
    (AnswerSlot("errors", candidate: 2), .tags(["style"]), false),
    (AnswerSlot("errors"), .tags(["style"]), false),
    (AnswerSlot("errors", candidate: 0), .tags(["x"]), false),
    (AnswerSlot("errors", candidate: 0), .flag(true), false), (AnswerSlot("kind"), .text("b"), true),
    (AnswerSlot("kind"), .text("c"), false), (AnswerSlot("fluency", candidate: 1), .rating(5), true),
    (AnswerSlot("fluency", candidate: 1), .rating(2.5), false), (AnswerSlot("seen"), .flag(false), true),
    (AnswerSlot("why"), .text("x"), true), (AnswerSlot("gone"), .text("x"), false),
  ])
  func `answers fit what is asked`(slot: AnswerSlot, answer: Answer, fits: Bool) {
    #expect((rubric.misfit(of: [slot: answer], candidateCount: 2) == nil) == fits)
    #expect(rubric.fitting([slot: answer], candidateCount: 2).isEmpty != fits)
  }

  @Test func `what is required and not answered is missing, run by run`() {
    let answers: [AnswerSlot: Answer] = [AnswerSlot("errors", candidate: 1): .tags(["form"])]
    #expect(
      rubric.missing(in: answers, candidateCount: 3)
        == [AnswerSlot("errors", candidate: 0), AnswerSlot("errors", candidate: 2)])
  }

  @Test func `tags stand in the order of the rubric, and the last one taken leaves nothing`() throws {
    let errors = try #require(rubric["errors"])
    let both = errors.toggling("factual", in: .tags(["form"]))
    #expect(both == .tags(["factual", "form"]))
    #expect(errors.toggling("form", in: .tags(["form"])) == nil)
    let kind = try #require(rubric["kind"])
    #expect(kind.toggling("b", in: .text("a")) == .text("b"))
    #expect(kind.toggling("b", in: .text("b")) == nil)
  }

  @Test func `a scale has its numbers`() throws {
    let scale = try #require(Scale(minimum: 0, maximum: 1, step: 0.1))
    #expect(scale.count == 11)
    #expect((0..<11).map(scale.number) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(scale.index(of: 0.30000000000000004) == 3)
    #expect(scale.index(of: 0.35) == nil)
    #expect(Scale(minimum: 1, maximum: 1) == nil)
    #expect(Scale(minimum: 1, maximum: 2, step: 0) == nil)
  }

  @Test func `no two numbers of a scale are one`() throws {
    let finest = try #require(Scale(minimum: 0, maximum: 0.01, step: 0.0001))
    #expect(Set((0..<finest.count).map(finest.number)).count == finest.count)
    #expect((0..<finest.count).allSatisfy { finest.index(of: finest.number(at: $0)) == $0 })
    #expect(Scale(minimum: 0, maximum: 0.001, step: 0.00001) == nil)
  }
}
