import Foundation

/// What one question, `GET /info`, tells of an endpoint. For diagnosis; nothing is changed at the server.
public struct EndpointProbe: Sendable, Equatable {
  public enum Answer: Sendable, Equatable {
    /// A LangSmith server, and what it tells of itself.
    case langSmith(ServerInfo)
    /// Some other answer: a portal, a proxy, a refusal.
    case unexpected(status: Int)
    case noAnswer(reason: String)
  }

  public let answer: Answer
  public let elapsed: Duration
  /// The server's clock less ours, to the second; `nil` if the answer has no date.
  public let clockDifference: Duration?

  /// Asks once, within `LangSmithTransport`'s deadlines.
  public static func ask(
    _ settings: LangSmithSettings, now: @Sendable () -> Date = { Date() }
  ) async -> EndpointProbe {
    let start = ContinuousClock.now
    let result = await requestInfo(settings)
    let elapsed = ContinuousClock.now - start
    guard case .success(let response) = result else {
      guard case .failure(let failure) = result else { preconditionFailure("a result is one of two") }
      return EndpointProbe(answer: .noAnswer(reason: failure.reason), elapsed: elapsed, clockDifference: nil)
    }
    let date = response.headers["date"].flatMap(HTTPDate.date)
    return EndpointProbe(
      answer: Answer(response), elapsed: elapsed,
      clockDifference: date.map { .seconds(Int($0.timeIntervalSince(now()).rounded())) })
  }

  private static func requestInfo(_ settings: LangSmithSettings) async -> Result<HTTPResponse, HTTPFailure> {
    do throws(HTTPFailure) {
      let client = try CurlClient(CurlConfiguration(settings, limits: CurlConfiguration()))
      return await client.perform(HTTPRequest(method: .get, url: settings.endpoint.address(of: "info")))
    } catch {
      return .failure(error)
    }
  }
}

extension EndpointProbe.Answer {
  init(_ response: HTTPResponse) {
    guard response.status == 200, let info = ServerInfo(response.body) else {
      self = .unexpected(status: response.status)
      return
    }
    self = .langSmith(info)
  }
}
