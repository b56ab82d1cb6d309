import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct DeliveryTests {
  @Test func `No more are under way than allowed`() {
    var delivery = Delivery(groups([3, 3]), width: 4)
    let started = Array(sequence(state: ()) { _ in delivery.start() })
    #expect(started.map(\.group) == [0, 0, 0, 1])
    delivery.finish(outcome(of: started[0].record), group: 0)
    #expect(delivery.start()?.group == 1)
    #expect(delivery.start() == nil)
  }

  @Test func `A group is entered when all its records are through`() {
    var delivery = Delivery(groups([2, 1]), width: 9)
    let started = Array(sequence(state: ()) { _ in delivery.start() })
    delivery.finish(outcome(of: started[0].record), group: 0)
    #expect(delivery.takeFinished().isEmpty)
    delivery.finish(outcome(of: started[2].record), group: 1)
    #expect(delivery.takeFinished().map(\.group.seq) == [1])
    delivery.finish(outcome(of: started[1].record), group: 0)
    #expect(delivery.takeFinished().map(\.outcomes.count) == [2])
    #expect(delivery.takeFinished().isEmpty)
  }

  @Test func `As long as there is more to start, groups are entered sixteen at a time`() {
    var delivery = Delivery(groups(Array(repeating: 1, count: 20)), width: 1)
    var batches: [Int] = []
    while let (group, record) = delivery.start() {
      delivery.finish(outcome(of: record), group: group)
      let finished = delivery.takeFinished()
      if !finished.isEmpty { batches.append(finished.count) }
    }
    #expect(batches == [16, 4])
  }

  @Test func `Bad news is entered at once`() {
    var delivery = Delivery(groups([1, 1, 1]), width: 1)
    guard let (group, record) = delivery.start() else { return }
    delivery.finish(outcome(of: record, .notSent(reason: "refused")), group: group)
    #expect(delivery.takeFinished().count == 1)
  }

  @Test func `Stopping gives back what was not tried`() {
    var delivery = Delivery(groups([2, 2]), width: 1)
    let first = delivery.start()
    delivery.stop()
    #expect(delivery.start() == nil)
    #expect(delivery.takeFinished().map(\.group.seq) == [1])
    if let first { delivery.finish(outcome(of: first.record), group: first.group) }
    #expect(delivery.takeFinished().map(\.outcomes.count) == [1])
  }

  private func groups(_ sizes: [Int]) -> [ClaimedGroup] {
    sizes.enumerated().map { index, size in
      let records = (0..<size).map { number in
        ClaimedRecord(
          seq: Int64(index * 10 + number), id: UUID(), attempt: Attempt(operation: .read, revision: 1),
          operation: .read(id: UUID()), digest: nil)
      }
      return ClaimedGroup(seq: Int64(index), token: UUID(), records: records)
    }
  }

  private func outcome(
    of record: ClaimedRecord, _ outcome: FeedbackOutcome = .answered(FeedbackAnswer(status: 200))
  ) -> RecordOutcome {
    RecordOutcome(record: record, outcome: outcome, now: .distantPast, wallTime: 0, jitter: 0)
  }
}
