import LangSmith

/// What the server answers, and whether its clock and ours agree.
struct ServerCheckup {
  /// LangSmith dates feedback by our clock: more than this and its order is confusing.
  private static let tolerance = Duration.seconds(60)

  let probe: EndpointProbe

  func findings() -> [Finding] {
    [answer] + (clock.map { [$0] } ?? [])
  }

  private var milliseconds: Int { Int(probe.elapsed / .milliseconds(1)) }

  private var answer: Finding {
    switch probe.result {
    case .langSmith(let version?): .fine("server", "LangSmith \(version), answered in \(milliseconds) ms")
    case .langSmith(nil):
      .note(
        "server", "answers, and does not tell its version, in \(milliseconds) ms",
        advice: "records are sent one by one; check that the endpoint is LangSmith's")
    case .unexpected(let status):
      .problem(
        "server", "answered GET /info with \(status), which is not what LangSmith answers",
        advice: "check LANGSMITH_ENDPOINT, and whether a proxy or a login page stands in between")
    case .noAnswer(let reason):
      .problem(
        "server", reason,
        advice: "check the network and LANGSMITH_ENDPOINT; what is judged meanwhile waits on disk")
    }
  }

  private var clock: Finding? {
    probe.clockDifference.map { difference in
      let seconds = Int(difference / .seconds(1))
      guard abs(seconds) > Int(Self.tolerance / .seconds(1)) else {
        return .fine("clock", "\(abs(seconds)) s from the server's")
      }
      return .note(
        "clock", "\(abs(seconds)) s \(seconds > 0 ? "behind" : "ahead of") the server's",
        advice: "set this machine's clock: feedback carries its time")
    }
  }
}
