import Testing

@testable import LabelingUI

@Suite("First look")
struct FirstLookTests {
  private struct Answers {
    var reports: [RunDifference] = []
    var last: RunDifference?
  }

  private func answers(
    _ texts: [String], pivot: Int = 0, aid: ReadingAid = .auto, places: [Int] = [],
    budget: WorkBudget = WorkBudget()
  ) -> Answers {
    var answers = Answers()
    let request = DifferenceRequest(
      texts: texts.map { Array($0.utf8) }, pivot: pivot, aid: aid, places: places)
    answers.last = DifferenceEngine.compare(request, budget: budget) { answers.reports.append($0) }
    return answers
  }

  /// Two texts of more than 100 KB, of which one became the other: of a hundred words so many were replaced.
  private func edited(_ seed: UInt64, percent: Int, separator: String = "\n\n") -> [String] {
    var samples = DifferenceSamples(seed: seed)
    let paragraphs = (0..<310).map { _ in
      (0..<samples.number(in: 5...80)).map { _ in "word\(samples.number(in: 0...2000))" }
    }
    let changed = paragraphs.map { paragraph in
      paragraph.map { samples.number(in: 0...99) < percent ? "other\(samples.number(in: 0...2000))" : $0 }
    }
    return [paragraphs, changed].map { text in
      text.map { $0.joined(separator: " ") }.joined(separator: separator)
    }
  }

  @Test func `short texts are told of once`() {
    let all = answers(["the sky is blue today", "the sky is red today"])
    #expect(all.reports.isEmpty && all.last?.summary.isPartial == false)
  }

  @Test func `of long texts, what is read is told of first, and that it is not all`() throws {
    let texts = edited(1, percent: 10)
    for place in [0, 60_000] {
      let all = answers(texts, places: [place, place])
      let first = try #require(all.reports.first)
      #expect(all.reports.count == 1 && first.summary.isPartial && all.last?.summary.isPartial == false)
      #expect(first.marks.allSatisfy { !$0.isEmpty })
      for mark in first.marks.joined() {
        #expect(mark.range.lowerBound >= place - 6000 && mark.range.upperBound <= place + 24_000)
      }
      // A screen of 60 rows and 200 columns has no more.
      #expect(first.marks.allSatisfy { ($0.last?.range.upperBound ?? 0) > place + 12_000 })
    }
  }

  @Test(arguments: [0, 30_000, 90_000], [1, 5, 20])
  func `what is told first of texts that are alike is what is told at the end`(
    place: Int, percent: Int
  ) throws {
    let all = answers(edited(UInt64(percent), percent: percent), aid: .words, places: [place, place])
    let (first, last) = (try #require(all.reports.first), try #require(all.last))
    for (early, late) in zip(first.marks, last.marks) {
      let known = Set(late.map { "\($0)" })
      #expect(early.allSatisfy { known.contains("\($0)") })
    }
  }

  @Test(arguments: ReadingAid.allCases)
  func `the answer is the same, whether somebody listens or not`(aid: ReadingAid) {
    let (alike, unlike) = (edited(3, percent: 5), [edited(5, percent: 5)[0], edited(6, percent: 5)[0]])
    for texts in [alike, unlike] {
      let request = DifferenceRequest(texts: texts.map { Array($0.utf8) }, aid: aid)
      let all = answers(texts, aid: aid)
      #expect(all.last != nil && all.last == DifferenceEngine.compare(request))
      #expect(all.reports == answers(texts, aid: aid).reports)
    }
  }

  @Test func `a budget that does not suffice for the answer is not spent on what is told before`() {
    let texts = edited(12, percent: 30)
    let request = DifferenceRequest(texts: texts.map { Array($0.utf8) })
    for steps in [20_000, 100_000] {
      let all = answers(texts, budget: WorkBudget(steps: steps))
      #expect(all.last?.summary.isCoarse == true)
      #expect(all.last == DifferenceEngine.compare(request, budget: WorkBudget(steps: steps)))
    }
  }

  @Test func `whether an answer is coarse follows from its texts, not from what was told before`() {
    let texts = (30..<36).flatMap { edited(UInt64($0 / 2), percent: 5) }
    let request = DifferenceRequest(texts: texts.map { Array($0.utf8) })
    for steps in [200_000, 1_000_000, 2_500_000] {
      let all = answers(texts, budget: WorkBudget(steps: steps))
      #expect(all.last == DifferenceEngine.compare(request, budget: WorkBudget(steps: steps)))
    }
  }

  @Test func `told from the other side it is the same, mirrored`() throws {
    let texts = edited(7, percent: 15)
    let first = try #require(answers(texts, aid: .words, places: [20_000, 21_000]).reports.first)
    let other = try #require(
      answers(texts.reversed(), pivot: 1, aid: .words, places: [21_000, 20_000]).reports.first)
    #expect(first.marks == other.marks.reversed())
  }

  @Test func `a text without lines is looked at in part too`() throws {
    let texts = edited(8, percent: 5, separator: " ")
    let first = try #require(answers(texts, aid: .words).reports.first)
    #expect(first.marks.allSatisfy { !$0.isEmpty && ($0.last?.range.upperBound ?? 0) <= 24_000 })
  }

  @Test func `a text that ends before the place is looked at where it ends`() throws {
    let texts = edited(9, percent: 5)
    let all = answers(
      [texts[0], String(texts[1].prefix(20_000)), texts[1]], aid: .words, places: [100_000, 100_000, 100_000])
    #expect(all.reports.first?.marks.count == 3 && all.last != nil)
  }

  @Test func `of JSON no part is JSON: it is told of once`() throws {
    let json = "[\n" + (0..<9000).map { "  \"value \($0)\"" }.joined(separator: ",\n") + "\n]"
    let all = answers([json, json.replacing("value 17", with: "other 17")])
    #expect(all.reports.isEmpty && all.last?.summary.shown == .paths)
  }

  @Test func `where nothing differs yet, nothing is said yet`() throws {
    let text = edited(10, percent: 1)[0]
    let all = answers([text, text + " and more"])
    #expect(all.reports.isEmpty && all.last?.marks[1].isEmpty == false)
  }

  @Test func `nothing is told of what was cancelled`() {
    let all = answers(edited(11, percent: 5), budget: WorkBudget { true })
    #expect(all.reports.isEmpty && all.last == nil)
  }
}
