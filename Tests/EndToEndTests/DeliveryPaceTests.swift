import FeedbackSubmission
import Foundation
import Testing

@testable import podium

@Suite struct DeliveryPaceTests {
  private func pace(_ samples: (TimeInterval, Int)...) -> DeliveryPace {
    var pace = DeliveryPace()
    for (time, ended) in samples { pace.note(ended: ended, at: Date(timeIntervalSince1970: time)) }
    return pace
  }

  @Test func `nothing is said before a second, or while nothing moves`() {
    #expect(pace().text == nil)
    #expect(pace((0, 5), (0.9, 50)).text == nil)
    #expect(pace((0, 5), (5, 5)).text == nil)
    #expect(pace((0, 5), (5, 5)).timeLeft(for: 3) == nil)
  }

  @Test func `slow and fast are told as people count`() {
    #expect(pace((0, 0), (2, 480)).text == "240/s")
    #expect(pace((0, 0), (10, 2)).text == "12/min")
    #expect(pace((0, 0), (2, 4)).timeLeft(for: 9) == "0:05 left")
    #expect(pace((0, 0), (2, 4)).timeLeft(for: 7446) == "1:02:03 left")
    #expect(pace((0, 0), (2, 4)).timeLeft(for: 0) == nil)
  }

  @Test func `only the last ten seconds count`() {
    #expect(pace((0, 0), (50, 5000), (60, 5010)).text == "1/s")
  }

  private func line(
    _ delivered: Int, _ waiting: Int, _ dead: Int, _ condition: SubmissionProgress.Condition = .delivering,
    hasBar: Bool = true
  ) -> String {
    var counts = OutboxCounts()
    (counts.delivered, counts.waiting, counts.dead) = (delivered, waiting, dead)
    return SubmitReport.line(
      for: SubmissionProgress(counts: counts, condition: condition), pace((0, 0), (2, 4)), hasBar: hasBar)
  }

  @Test func `a line has the bar, the counts, the pace and the time left`() {
    #expect(line(12, 12, 0) == "[#####-----] 24 saved · 12 delivered · 2/s · 0:06 left")
    #expect(line(0, 3, 1) == "[##--------] 4 saved · 0 delivered · 1 refused · 2/s · 0:02 left")
    #expect(line(4, 0, 0) == "[##########] 4 saved · 4 delivered")
    #expect(line(0, 0, 0) == "[##########] 0 saved · 0 delivered")
    #expect(
      line(1, 1, 0, .waiting(reason: "no route"), hasBar: false)
        == "2 saved, 1 delivered, 2/s, 0:01 left, trying again: no route")
  }
}
