import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct DeliveryTests {
  private static let now = BootTime(milliseconds: 1_000_000)

  @Test func `No more are under way than allowed`() {
    var delivery = delivery([3, 3], width: 4)
    let started = startAll(&delivery)
    #expect(started.map(\.items[0].group) == [0, 0, 0, 1])
    delivery.finish(started[0])
    #expect(delivery.start(at: Self.now)?.items[0].group == 1)
    #expect(delivery.start(at: Self.now) == nil)
  }

  @Test func `A group is entered when all its records are through`() {
    var delivery = delivery([2, 1], width: 9)
    let started = startAll(&delivery)
    delivery.finish(started[0])
    #expect(delivery.takeFinished().isEmpty)
    delivery.finish(started[2])
    #expect(delivery.takeFinished().map(\.group.seq) == [1])
    delivery.finish(started[1])
    #expect(delivery.takeFinished().map(\.outcomes.count) == [2])
    #expect(delivery.takeFinished().isEmpty)
  }

  @Test func `As long as there is more to start, groups are entered many at a time`() {
    var delivery = delivery(Array(repeating: 1, count: 520), width: 1)
    var entries: [Int] = []
    while let parcel = delivery.start(at: Self.now) {
      delivery.finish(parcel)
      let finished = delivery.takeFinished()
      if !finished.isEmpty { entries.append(finished.count) }
    }
    #expect(entries == [512, 8])
  }

  @Test func `Bad news is entered at once`() throws {
    var delivery = delivery([1, 1, 1], width: 1)
    delivery.finish(try startOne(&delivery), .each([.notSent(reason: "refused")]))
    #expect(delivery.takeFinished().count == 1)
  }

  @Test func `After an answer that may close the endpoint, nothing is started before it is entered`() throws {
    var delivery = delivery([1, 2], width: 1)
    let forbidden = FeedbackOutcome.answered(FeedbackAnswer(status: 403))
    delivery.finish(try startOne(&delivery), .each([forbidden]))
    #expect(delivery.start(at: Self.now) == nil)
    #expect(delivery.takeFinished().count == 1)
    #expect(delivery.start(at: Self.now) == nil)
    delivery.noteEntry()
    delivery.finish(try startOne(&delivery), .each([forbidden]))
    #expect(delivery.start(at: Self.now) != nil, "the rest of its group")
  }

  @Test func `Stopping gives back what was not tried`() throws {
    var delivery = delivery([2, 2], width: 1)
    let first = try startOne(&delivery)
    delivery.stop()
    #expect(delivery.start(at: Self.now) == nil)
    #expect(delivery.takeFinished().map(\.group.seq) == [1])
    delivery.finish(first)
    #expect(delivery.takeFinished().map(\.outcomes.count) == [1])
  }

  @Test func `What cannot be sent before its lease ends is given back`() {
    var delivery = delivery([1, 1], width: 4)
    #expect(delivery.start(at: Self.now + .seconds(60)) != nil)
    #expect(delivery.start(at: Self.now + .seconds(61)) == nil)
    #expect(delivery.takeFinished().map(\.outcomes.count) == [0])
  }

  // MARK: Batches

  @Test func `Records travel together up to the limit, and groups are not torn`() {
    var delivery = delivery([2, 2, 2, 1], width: 9, .upTo(5))
    #expect(startAll(&delivery).map { $0.items.map(\.group) } == [[0, 0, 1, 1], [2, 2, 3]])
  }

  @Test func `A group larger than the limit is torn, for it does not fit anywhere`() {
    var delivery = delivery([1, 7], width: 9, .upTo(3))
    #expect(startAll(&delivery).map { $0.items.count } == [1, 3, 3, 1])
  }

  @Test func `A batch ends before it has too many bytes`() {
    var delivery = delivery([1, 1, 1], width: 9, .upTo(9, bytes: 25))
    #expect(startAll(&delivery).map { $0.items.count } == [2, 1])
  }

  @Test func `A server without batches gets each record alone, and none is lost`() throws {
    var delivery = delivery([2, 1], width: 9, .upTo(9))
    delivery.finish(try startOne(&delivery), .unsupported)
    let singles = startAll(&delivery)
    #expect(singles.count == 3)
    #expect(singles.allSatisfy { !$0.isTogether })
  }

  @Test(
    "A refused batch is halved until the bad record stands alone, which goes alone",
    arguments: [400, 403, 413, 422])
  func bisects(status: Int) {
    var delivery = delivery(Array(repeating: 1, count: 100), width: 1, .upTo(100))
    let bad = Int64(41)
    var requests = 0
    var results: [GroupResult] = []
    while let parcel = delivery.start(at: Self.now) {
      requests += 1
      let isBad = parcel.items.contains { $0.record.seq == bad * 10 }
      let answer = FeedbackOutcome.answered(FeedbackAnswer(status: isBad ? status : 202))
      delivery.finish(parcel, parcel.isTogether ? .whole(answer) : .each([answer]))
      results += delivery.takeFinished()
      delivery.noteEntry()
    }
    #expect(requests <= 1 + 14)
    #expect(results.count == 100)
    let refused = results.filter { $0.outcomes[0].outcome != .answered(FeedbackAnswer(status: 202)) }
    #expect(refused.map(\.group.seq) == [bad])
  }

  @Test(
    "What says nothing about a record ends the batch whole, and counts once",
    arguments: [
      FeedbackOutcome.answered(FeedbackAnswer(status: 503)), .ambiguous(reason: "reset"),
      .answered(FeedbackAnswer(status: 409)), .answered(FeedbackAnswer(status: 401)),
      .answered(FeedbackAnswer(status: 413, retryAfter: .seconds(1))),
    ])
  func wholeOutcome(outcome: FeedbackOutcome) throws {
    var delivery = delivery([2, 1], width: 1, .upTo(9))
    delivery.finish(try startOne(&delivery), .whole(outcome))
    let outcomes = delivery.takeFinished().flatMap(\.outcomes)
    #expect(outcomes.count == 3)
    #expect(outcomes.filter(\.isCounted).count == 1)
  }

  private func startOne(_ delivery: inout Delivery) throws -> Parcel {
    let parcel = delivery.start(at: Self.now)
    return try #require(parcel)
  }

  private func startAll(_ delivery: inout Delivery) -> [Parcel] {
    var parcels: [Parcel] = []
    while let parcel = delivery.start(at: Self.now) { parcels.append(parcel) }
    return parcels
  }

  private func delivery(_ sizes: [Int], width: Int, _ batching: FeedbackBatching = .none) -> Delivery {
    var policy = SubmissionPolicy()
    policy.concurrency = width
    var delivery = Delivery(policy: policy)
    delivery.add(groups(sizes), batching: batching)
    return delivery
  }

  private func groups(_ sizes: [Int]) -> [ClaimedGroup] {
    sizes.enumerated().map { index, size in
      let records = (0..<size).map { number in
        ClaimedRecord(
          seq: Int64(index * 10 + number), id: UUID(), attempt: Attempt(operation: .create, revision: 1),
          operation: .create(id: UUID(), body: Array("{}".utf8)), content: nil)
      }
      return ClaimedGroup(
        seq: Int64(index), token: UUID(), leaseEnd: Self.now + .seconds(90), records: records)
    }
  }
}

extension FeedbackBatching {
  fileprivate static func upTo(_ limit: Int, bytes: Int = 1000) -> FeedbackBatching {
    FeedbackBatching(creationLimit: limit, byteLimit: bytes, readLimit: 100) { _ in 10 }
  }
}

extension Delivery {
  fileprivate mutating func finish(
    _ parcel: Parcel, _ outcome: FeedbackBatchOutcome = .each([.answered(FeedbackAnswer(status: 200))])
  ) {
    finish(parcel, outcome, at: Moment(now: .distantPast, wallTime: 0, jitter: 0))
  }
}
