import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct DeliveryRoundTests {
  private static let now = BootTime(milliseconds: 1_000_000)

  @Test func `While requests are under way, more is claimed`() throws {
    var round = round(1)
    _ = try startOne(&round)
    let (order, next) = (round.order(at: Self.now), round.order(at: Self.now))
    #expect(order?.claims == true && order?.finished.isEmpty == true)
    #expect(next == nil, "one transaction at a time")
  }

  @Test func `What the last request brought is entered too`() throws {
    var round = round(1)
    let parcel = try startOne(&round)
    enter(&round, claimed: 0)
    let early = round.order(at: Self.now)
    finish(&round, parcel)
    let late = round.order(at: Self.now)
    #expect(early == nil)
    #expect(late?.finished.count == 1)
  }

  @Test func `When there was nothing, it is claimed again only after a word of new work`() throws {
    var round = round(1)
    _ = try startOne(&round)
    enter(&round, claimed: 0)
    let before = round.order(at: Self.now)
    round.noteNewWork()
    let after = round.order(at: Self.now)
    #expect(before == nil)
    #expect(after?.claims == true)
  }

  @Test func `After a stop, no new work is begun`() throws {
    var round = round(2)
    let parcel = try startOne(&round)
    round.stop()
    round.noteNewWork()
    finish(&round, parcel)
    let (next, order) = (round.start(at: Self.now), round.order(at: Self.now))
    #expect(next == nil)
    #expect(order?.claims == false && order?.finished.count == 2)
  }

  @Test func `A closed endpoint ends the round`() throws {
    var round = round(2)
    let parcel = try startOne(&round)
    finish(&round, parcel)
    _ = round.order(at: Self.now)
    var endpoint = EndpointState()
    endpoint.hold(until: Self.now + .seconds(9))
    round.enter(Recorded(endpoint: endpoint, endedGroups: 1), nil, batching: .none, at: Self.now)
    let next = round.start(at: Self.now)
    #expect(next == nil)
    #expect(round.endedGroups == 1)
  }

  // MARK: A round whose requests are made one at a time

  private func round(_ count: Int) -> DeliveryRound {
    var policy = SubmissionPolicy()
    policy.concurrency = 1
    return DeliveryRound(claim(count), batching: .none, policy: policy, at: Self.now)
  }

  private func startOne(_ round: inout DeliveryRound) throws -> Parcel {
    let parcel = round.start(at: Self.now)
    return try #require(parcel)
  }

  private func finish(_ round: inout DeliveryRound, _ parcel: Parcel) {
    let moment = Delivery.Moment(now: Self.now, wallTime: 0, jitter: 0)
    round.finish(parcel, .each([.answered(FeedbackAnswer(status: 200))]), at: moment)
  }

  private func enter(_ round: inout DeliveryRound, claimed count: Int) {
    _ = round.order(at: Self.now)
    round.enter(nil, claim(count), batching: .none, at: Self.now)
  }

  private func claim(_ count: Int) -> Claim {
    var claim = Claim(admission: .open)
    claim.groups = (0..<count).map { number in
      let record = ClaimedRecord(
        seq: Int64(number), id: UUID(), attempt: Attempt(operation: .create, revision: 1),
        operation: .create(id: UUID(), body: []), content: nil)
      return ClaimedGroup(
        seq: Int64(number), token: UUID(), leaseEnd: Self.now + .seconds(90), records: [record])
    }
    return claim
  }
}
