import Testing

@testable import FeedbackSubmission

@Suite struct EndpointStateTests {
  private let policy = SubmissionPolicy()
  private let now = BootTime(milliseconds: 1_000_000)

  @Test func `Five failures in a row open the breaker for 15 to 30 seconds`() {
    var endpoint = EndpointState()
    for _ in 1...4 { fail(&endpoint, at: now) }
    #expect(endpoint.admission(at: now) == .open)
    fail(&endpoint, at: now, jitter: 0.5)
    #expect(endpoint.admission(at: now) == .closed(until: now + .milliseconds(22_500)))
    #expect(endpoint.admission(at: now + .milliseconds(22_500)) == .probe)
  }

  @Test func `A server that answers may fail more often before the breaker opens`() {
    var endpoint = EndpointState()
    for _ in 1...19 { fail(&endpoint, at: now, .unavailable(reason: "503", retryAfter: nil)) }
    #expect(endpoint.admission(at: now) == .open)
    fail(&endpoint, at: now, .unavailable(reason: "503", retryAfter: nil))
    #expect(endpoint.admission(at: now) == .closed(until: now + .seconds(15)))
  }

  @Test func `Failures that were under way when it opened do not prolong it`() {
    var endpoint = EndpointState()
    for _ in 1...16 { fail(&endpoint, at: now, jitter: 0) }
    #expect(endpoint.admission(at: now) == .closed(until: now + .seconds(15)))
  }

  @Test func `A failed probe doubles the time, up to five minutes`() {
    var endpoint = EndpointState(failures: 5, openings: 1, probeAt: now)
    var pauses: [Duration] = []
    for _ in 1...6 {
      endpoint.startProbe(until: now + .seconds(90))
      fail(&endpoint, at: now, jitter: 0)
      guard case .closed(let until) = endpoint.admission(at: now) else { break }
      pauses.append(until - now)
    }
    #expect(pauses == [30, 60, 120, 240, 300, 300].map { .seconds($0) })
  }

  @Test func `One probes at a time, and another one takes over when the first is lost`() {
    var endpoint = EndpointState(probeAt: now)
    endpoint.startProbe(until: now + .seconds(90))
    #expect(endpoint.admission(at: now) == .closed(until: now + .seconds(90)))
    #expect(endpoint.admission(at: now + .seconds(90)) == .probe)
  }

  @Test func `A working answer closes the breaker and ends the parking`() {
    var endpoint = EndpointState(failures: 9, openings: 3, probeAt: now, parked: "401")
    endpoint.answered()
    #expect(endpoint == EndpointState())
  }

  @Test func `A pause that the server asked for outlasts a restart`() {
    var endpoint = EndpointState(
      failures: 5, heldUntil: now, probeAt: now + .seconds(900), parked: "401", refusals: 20)
    endpoint.restart()
    #expect(endpoint == EndpointState(heldUntil: now, probeAt: .distantPast))
  }

  @Test func `The longer pause wins`() {
    var endpoint = EndpointState()
    endpoint.hold(until: now + .seconds(10))
    endpoint.hold(until: now + .seconds(5))
    #expect(endpoint.heldUntil == now + .seconds(10))
  }

  private func fail(
    _ endpoint: inout EndpointState, at now: BootTime, jitter: Double = 0,
    _ reading: Reading = .notSent(reason: "refused")
  ) {
    var record = RecordState()
    let step = Step(
      id: .run(1), attempt: Attempt(operation: .create, revision: 1), reading: reading,
      now: now,
      wallTime: 0, jitter: jitter)
    policy.apply(step, to: &record, endpoint: &endpoint)
  }

  @Test func `A minute of requests begins with the first one after the minute before`() {
    var endpoint = EndpointState()
    var starts: [Duration] = []
    for second in [0, 1, 59, 60, 61, 130] {
      let time = now + .seconds(second)
      if endpoint.openWindow(at: time, lasting: .seconds(60)) { starts.append(time - now) }
    }
    #expect(starts == [.zero, .seconds(60), .seconds(130)])
    endpoint.startMachine()
    #expect(endpoint.windowStart == nil)
  }
}
