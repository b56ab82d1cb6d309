import Testing

@testable import LangSmith

@Suite struct RequestPolicyTests {
  private let policy = RequestPolicy()

  private func step(
    _ result: Result<HTTPResponse, HTTPFailure>, attempt: Int = 1, jitter: Double = 0.5
  ) -> RequestPolicy.Step {
    policy.step(after: result, attempt: attempt, jitter: jitter)
  }

  @Test("Success is taken", arguments: [200, 201, 202, 204])
  func success(status: Int) {
    #expect(step(.status(status)) == .accept)
  }

  @Test(
    "What may pass is tried again, until there have been enough attempts",
    arguments: [408, 425, 500, 502, 503, 504, 599])
  func passing(status: Int) {
    #expect(step(.status(status)) == .pause(.milliseconds(250)))
    #expect(step(.status(status), attempt: 2) == .pause(.milliseconds(500)))
    #expect(step(.status(status), attempt: 7) == .pause(.seconds(15)))
    #expect(step(.status(status), attempt: 8) == .giveUp)
  }

  @Test("What stays is not tried again", arguments: [301, 400, 401, 403, 404, 405, 409, 410, 413, 422, 501])
  func staying(status: Int) {
    #expect(step(.status(status, ["retry-after": "1"])) == .giveUp)
  }

  @Test func `Connections are tried again, but not with strangers`() {
    #expect(step(.failure(.unreachable)) == .pause(.milliseconds(250)))
    #expect(step(.failure(.interrupted), attempt: 3) == .pause(.seconds(1)))
    #expect(step(.failure(.interrupted), attempt: 8) == .giveUp)
    #expect(step(.failure(.untrusted)) == .giveUp)
  }

  @Test("The server's own wish is obeyed", arguments: [429, 503])
  func retryAfter(status: Int) {
    #expect(step(.status(status, ["retry-after": "12"]), jitter: 0) == .pause(.seconds(12)))
    #expect(step(.status(status, ["retry-after": "12"])) == .pause(.milliseconds(12_500)))
    #expect(step(.status(status, ["retry-after-ms": "40"]), jitter: 0) == .pause(.milliseconds(40)))
    #expect(step(.status(status, ["retry-after": "12"]), attempt: 8) == .giveUp)
  }

  @Test func `A wish for more patience than there is ends it`() {
    #expect(step(.status(429, ["retry-after": "301"])) == .giveUp)
  }

  @Test func `Without a wish, a rate limit pauses for seconds, at most for the minute it lasts`() {
    #expect(step(.status(429), jitter: 0) == .pause(.milliseconds(2500)))
    #expect(step(.status(429), attempt: 3) == .pause(.seconds(15)))
    #expect(step(.status(429), attempt: 7, jitter: 1) == .pause(.seconds(60)))
  }
}
