import LangSmith

/// What the server answers, what that means for sending, and whether its clock and ours agree.
struct ServerCheckup {
  /// LangSmith dates feedback by our clock: more than this and its order is confusing.
  private static let tolerance = Duration.seconds(60)

  let probe: EndpointProbe

  func findings() -> [Finding] {
    [answer] + [batches, runs, clock].compactMap(\.self)
  }

  private var milliseconds: Int { Int(probe.elapsed / .milliseconds(1)) }

  private var info: ServerInfo? {
    if case .langSmith(let info) = probe.answer { info } else { nil }
  }

  private var answer: Finding {
    switch probe.answer {
    case .langSmith(let info):
      info.version.map { .fine("server", "LangSmith \($0.text), answered in \(milliseconds) ms") }
        ?? .note(
          "server", "answers, and does not tell its version, in \(milliseconds) ms",
          advice: "records are sent one by one; check that the endpoint is LangSmith's")
    case .unexpected(let status):
      .problem(
        "server", "answered GET /info with \(status), which is not what LangSmith answers",
        advice: "check LANGSMITH_ENDPOINT, and whether a proxy or a login page stands in between")
    case .noAnswer(let reason):
      .problem(
        "server", reason,
        advice: """
          check the network, LANGSMITH_ENDPOINT, the proxy and the certificates (SSL_CERT_FILE); what is judged meanwhile \
          waits on disk
          """)
    }
  }

  private var batches: Finding? {
    info.map { info in
      guard info.takesFeedbackInBatches else { return .fine("batches", "not taken: records go one by one") }
      let size = "\(info.sizeLimit) records or \(info.sizeLimitBytes / 1_048_576) MB a request"
      return .fine(
        "batches", "up to \(size), \(info.takesZstandard ? "compressed with zstd" : "not compressed")")
    }
  }

  private var runs: Finding? {
    info.flatMap { info in
      guard info.queriesSmithDB, !info.queriesClickHouse else { return nil }
      return .note(
        "runs", "the server finds runs by their project only",
        advice: "give runs their session_id; feedback without it is refused (501)")
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
