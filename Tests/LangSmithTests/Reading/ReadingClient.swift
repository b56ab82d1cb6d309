import Foundation
import StrictJSON
import Synchronization
import TestSupport

@testable import FeedbackSubmission
@testable import LangSmith

/// A client whose requests are answered from a list, and who never waits.
final class ScriptedServer: Sendable {
  typealias Answer = Result<HTTPResponse, HTTPFailure>

  private let state: Mutex<(answers: [Answer], requests: [HTTPRequest])>
  let clock = InstantClock()

  /// - Parameter answers: In order; the last one is repeated.
  init(_ answers: Answer...) {
    state = Mutex((answers, []))
  }

  var requests: [HTTPRequest] { state.withLock(\.requests) }

  var channel: APIChannel { channel() }

  func channel(endpoint: LangSmithEndpoint = .hosted) -> APIChannel {
    APIChannel(
      endpoint: endpoint, send: { self.answer($0) }, clock: clock, random: { 0.5 })
  }

  var client: LangSmithClient { LangSmithClient(channel) }

  private func answer(_ request: HTTPRequest) -> Answer {
    state.withLock { state in
      state.requests.append(request)
      return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
    }
  }
}

extension Result where Success == HTTPResponse, Failure == HTTPFailure {
  static func json(_ text: String, status: Int = 200) -> Self {
    .success(HTTPResponse(status: status, body: Array(text.utf8)))
  }

  static func status(_ status: Int, _ headers: [String: String] = [:], _ text: String = "") -> Self {
    .success(HTTPResponse(status: status, head: HTTPHead(headers), body: Array(text.utf8)))
  }

  static func failure(_ kind: HTTPFailure.Kind) -> Self {
    .failure(HTTPFailure(kind: kind, reason: "reason"))
  }
}

extension HTTPRequest {
  var json: JSONValue? { body.flatMap { try? JSONParser.parse($0) } }
}

extension HTTPHead {
  fileprivate init(_ fields: [String: String]) {
    self.init()
    for (name, value) in fields { append("\(name): \(value)\r\n".utf8) }
  }
}
