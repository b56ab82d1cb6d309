/// Whether a request is sent again, and when. All of these requests may be: reads change nothing, and what
/// writes brings its own id.
struct RequestPolicy: Sendable, Equatable {
  /// Including the first.
  var attempts = 8
  /// Pauses grow from the first, twofold, to the longest. Full jitter: anything from none to that.
  var firstPause = Duration.milliseconds(500)
  var longestPause = Duration.seconds(30)
  /// The server counts requests by minutes. Where it does not say how long to wait, pauses grow from this one.
  var rateLimitPause = Duration.seconds(5)
  /// Whoever waits for an answer is not kept longer than this by one pause.
  var patience = Duration.seconds(300)

  enum Step: Equatable {
    case accept
    case pause(Duration)
    case giveUp
  }

  /// - Parameters:
  ///   - attempt: 1 for the first.
  ///   - jitter: From 0 up to 1.
  func step(
    after result: Result<HTTPResponse, HTTPFailure>, attempt: Int, jitter: Double
  ) -> Step {
    switch result {
    case .success(let response) where 200..<300 ~= response.status: .accept
    case .success(let response):
      Self.isPassing(response.status) ? pause(response, attempt, jitter) : .giveUp
    case .failure(let failure):
      failure.kind == .untrusted || attempt >= attempts ? .giveUp : .pause(backoff(attempt, jitter))
    }
  }

  /// Whether the same request may be answered otherwise later.
  static func isPassing(_ status: Int) -> Bool {
    switch status {
    case 408, 425, 429: true
    case 501: false
    default: status >= 500
    }
  }

  private func pause(_ response: HTTPResponse, _ attempt: Int, _ jitter: Double) -> Step {
    guard attempt < attempts else { return .giveUp }
    if let asked = RetryAfter.duration(in: response.headers) {
      // Whoever was refused with us is told to come back at the same moment.
      return asked > patience ? .giveUp : .pause(asked + .seconds(1) * jitter)
    }
    guard response.status == 429 else { return .pause(backoff(attempt, jitter)) }
    let pause = min(rateLimitPause * doubled(attempt), .seconds(60))
    return .pause(pause * (1 + jitter) / 2)
  }

  private func backoff(_ attempt: Int, _ jitter: Double) -> Duration {
    min(firstPause * doubled(attempt), longestPause) * jitter
  }

  private func doubled(_ attempt: Int) -> Double { Double(1 << min(attempt - 1, 20)) }
}
