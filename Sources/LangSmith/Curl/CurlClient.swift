import Foundation

/// An HTTP client over libcurl: kept-alive connections, served by one thread of its own.
///
/// It follows no redirect, so that no other server ever sees a key; it ends by a total deadline, whatever the
/// server does; and it takes in no more than it is told to. Proxy variables are honored by libcurl itself.
final class CurlClient: Sendable {
  private let engine: CurlEngine
  private let deadline: Duration
  private let secrets: [[UInt8]]

  /// - Throws: `HTTPFailure` if libcurl cannot be had.
  init(_ configuration: CurlConfiguration) throws(HTTPFailure) {
    engine = try CurlEngine(configuration)
    deadline = configuration.deadline
    secrets = configuration.secrets
    let engine = engine
    Thread.detachNewThread { engine.run() }
  }

  deinit {
    engine.stop()
  }

  /// The thread that serves the requests.
  var executor: any TaskExecutor { engine }

  /// Ends all requests now, those to come as well.
  func abandon() {
    engine.abandon()
  }

  func perform(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
    let answer = await withCheckedContinuation { continuation in
      let job = CurlEngine.Job(request: request, deadline: .now + deadline) {
        continuation.resume(returning: $0)
      }
      engine.enqueue(job)
    }
    return answer.map(withoutSecrets)
  }

  /// A server that repeats the key must not bring it into a workspace, a log or onto the screen.
  private func withoutSecrets(_ response: HTTPResponse) -> HTTPResponse {
    var response = response
    for secret in secrets {
      response.body.replace(bytes: secret, with: "***".utf8)
      response.head.replace(secret)
    }
    return response
  }
}

struct CurlConfiguration: Sendable {
  /// `Name: value`, for requests without and with a body.
  var headers: [String] = []
  var bodyHeaders: [String] = []
  var deadline = Duration.seconds(30)
  var connectDeadline = Duration.seconds(10)
  var responseLimit = 1 << 20
  var headerLimit = 1 << 16
  var allowsPlainHTTP = false
  /// Keys in clear text go to nobody in between.
  var usesProxy = true
  var certificateBundle: String?
  /// What no answer may bring back.
  var secrets: [[UInt8]] = []
}
