import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("Pace")
struct PaceTests {
  @Test func `a pause counts as long as somebody may read, and no longer`() {
    var pace = Pace()
    pace.begin(at: .seconds(10))
    pace.note(at: .seconds(40))
    #expect(pace.elapsedMilliseconds == 30_000)
    pace.note(at: .seconds(40 + 3600))
    #expect(pace.elapsedMilliseconds == 120_000)
    pace.begin(at: .seconds(3641))
    #expect(pace.elapsedMilliseconds == 0)
    #expect(pace.active == .seconds(121))
  }

  @Test func `the clock never runs backwards`() {
    var pace = Pace()
    pace.begin(at: .seconds(10))
    pace.note(at: .seconds(5))
    #expect(pace.elapsedMilliseconds == 0)
  }

  @Test func `rate and time left follow the last judgments`() {
    var pace = Pace()
    #expect(Pace.words(perJudgment: pace.perJudgment, left: 10) == "")
    for _ in 0..<100 { pace.noteJudgment(milliseconds: 600_000) }
    for _ in 0..<20 { pace.noteJudgment(milliseconds: 60_000) }
    #expect(Pace.words(perJudgment: pace.perJudgment, left: 10) == "60/h · 10 min left")
    #expect(Pace.words(perJudgment: pace.perJudgment, left: 0) == "60/h")
    #expect(Pace.words(perJudgment: pace.perJudgment, left: 125) == "60/h · 2 h 5 min left")
    #expect(Pace.words(perJudgment: pace.perJudgment, left: 100_000) == "60/h · 1667 h left")
  }

  @Test func `a break is due after so much work, once, and not after one was taken`() {
    var pace = Pace(breakInterval: .seconds(600))
    func work(from start: Int, seconds: Int) {
      for second in stride(from: start, through: start + seconds, by: 60) { pace.note(at: .seconds(second)) }
      pace.noteJudgment(milliseconds: 1)
    }
    var reminders: [Bool] = []
    work(from: 0, seconds: 540)
    reminders.append(pace.takeReminder())
    work(from: 540, seconds: 120)
    reminders.append(pace.takeReminder())
    reminders.append(pace.takeReminder())
    work(from: 660, seconds: 540)
    work(from: 1200 + 400, seconds: 120)
    reminders.append(pace.takeReminder())
    #expect(reminders == [false, true, false, false])
  }

  @Test func `the summary says what the session came to`() {
    var pace = Pace()
    pace.begin(at: .zero)
    for second in stride(from: 0, through: 1860, by: 60) { pace.note(at: .seconds(second)) }
    for milliseconds in [40_000, 42_000, 200_000] { pace.noteJudgment(milliseconds: milliseconds) }
    pace.noteUndo(by: 1)
    #expect(
      pace.summary.sentence(delivered: 2)
        == "This session: 3 judged in 31 min, 42 s each (median), 38 an hour, 1 undone, 2 delivered")
    #expect(Pace().summary.sentence(delivered: 5) == nil)
  }

  @Test func `the judgment's time leaves the pause out`() {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"]])
    front.wait(.seconds(7200))
    front.type("a")
    #expect(front.requests.first?.elapsedMilliseconds == 90_000)
    front.wait(.seconds(29))
    front.type("a")
    #expect(front.requests.last?.elapsedMilliseconds == 30_000)
  }

  @Test func `another mind about a judgment that is there is no progress`() {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"], ["five", "six"]])
    front.type("a[b")
    #expect(front.requests.map(\.comparison) == [1, 1])
    #expect(front.model.pace.judgments.count == 1)
    front.type("a")
    #expect(front.model.pace.judgments.count == 2)
  }

  @Test func `the header tells the pace where there is room`() {
    let size = Size(columns: 100, rows: 24)
    var front = FrontDriver((1...10).map { makeItem(number: $0, texts: ["one", "two"]) }, size: size)
    for _ in 0..<4 {
      front.wait(.seconds(29))
      front.type("a")
    }
    #expect(front.line(0).contains("120/h · 3 min left · 4 saved"))
    front.send(.resized(Size(columns: 40, rows: 12)))
    #expect(!front.line(0).contains("/h"))
    #expect(front.line(0).contains("4 saved"))
  }
}
