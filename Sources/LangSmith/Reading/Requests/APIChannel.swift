import FeedbackSubmission
import StrictJSON

/// Sends requests, again where that may help, and reads their answers as JSON.
struct APIChannel: Sendable {
  let endpoint: LangSmithEndpoint
  let send: @Sendable (HTTPRequest) async -> Result<HTTPResponse, HTTPFailure>
  var policy = RequestPolicy()
  var clock: any SubmissionClock = SystemClock()
  var random: @Sendable () -> Double = { .random(in: 0..<1) }
  var onPause: @Sendable (LangSmithClient.Pause) -> Void = { _ in }

  /// - Returns: `null` for an answer without a body.
  /// - Throws: `LangSmithError`, or `CancellationError`.
  func answer(to call: APICall) async throws -> JSONValue {
    let request = HTTPRequest(
      method: call.method, url: endpoint.address(of: call), body: call.body.map { $0.utf8() })
    var attempt = 1
    while true {
      try Task.checkCancellation()
      let result = await send(request)
      switch policy.step(after: result, attempt: attempt, jitter: random()) {
      case .accept: return try value(of: result, call)
      case .giveUp: throw LangSmithError(call, result)
      case .pause(let duration):
        onPause(LangSmithClient.Pause(duration: duration, error: LangSmithError(call, result)))
        try await clock.sleep(until: clock.now() + duration)
      }
      attempt += 1
    }
  }

  private func value(of result: Result<HTTPResponse, HTTPFailure>, _ call: APICall) throws -> JSONValue {
    guard case .success(let response) = result else { throw LangSmithError(call, result) }
    if response.body.isEmpty { return .null }
    do {
      return try JSONParser.parse(response.body)
    } catch {
      throw LangSmithError(
        .unreadable, call.subject, status: response.status, detail: "\(error)")
    }
  }
}

extension LangSmithError {
  init(_ call: APICall, _ result: Result<HTTPResponse, HTTPFailure>) {
    switch result {
    case .success(let response):
      self.init(
        Code(status: response.status), call.subject, status: response.status,
        detail: Self.detail(of: response))
    case .failure(let failure):
      let code: Code = failure.kind == .untrusted ? .untrusted : .unreachable
      self.init(code, call.subject, detail: failure.reason)
    }
  }

  private static func detail(of response: HTTPResponse) -> String? {
    if case .redirected = Code(status: response.status) {
      return response.headers["location"].flatMap(FeedbackOutcome.origin)
    }
    return ServerMessage.text(in: response.body)
  }
}

extension LangSmithError.Code {
  fileprivate init(status: Int) {
    switch status {
    case 300..<400: self = .redirected
    case 401: self = .unauthorized
    case 403: self = .forbidden
    case 404, 405, 410, 501: self = .notFound
    case 409: self = .conflict
    case 429: self = .rateLimited
    case 408, 425: self = .unavailable
    case 500...: self = .unavailable
    default: self = .refused
    }
  }
}
