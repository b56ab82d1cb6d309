import Foundation

/// An HTTP client over libcurl: kept-alive connections, served by one thread of its own.
///
/// It follows no redirect, so that no other server ever sees a key; it ends by a total deadline, whatever the
/// server does; and it takes in no more than it is told to. Proxy variables are honored by libcurl itself.
final class CurlClient: Sendable {
  private let engine: CurlEngine
  private let deadline: Duration
  private let secrets: [[UInt8]]
  /// Tells with each request who asks, where that changes.
  private let session: OAuthSession?

  /// - Throws: `HTTPFailure` if libcurl cannot be had.
  init(_ configuration: CurlConfiguration) throws(HTTPFailure) {
    engine = try CurlEngine(configuration)
    deadline = configuration.deadline
    secrets = configuration.secrets
    session = configuration.profile.map {
      OAuthSession(
        $0, certificateBundle: configuration.certificateBundle, timeLimit: configuration.renewalDeadline)
    }
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

  /// - Parameter end: When it has to have ended, if that is before the client's deadline.
  func perform(
    _ request: HTTPRequest, until end: ContinuousClock.Instant? = nil
  ) async -> Result<HTTPResponse, HTTPFailure> {
    let deadline = min(end ?? .now + deadline, .now + deadline)
    guard let session else {
      return await perform(request, deadline).map { $0.without(secrets) }
    }
    switch await session.credential() {
    case .failure(let failure): return .failure(failure)
    case .success(let credential):
      guard let header = credential.header, header.isValid else {
        return .failure(HTTPFailure(kind: .untrusted, reason: "the profile's access token cannot be sent"))
      }
      var request = request
      request.credentialHeader = header.line
      let secrets = secrets + [credential.secret?.hiding].compactMap(\.self)
      return await perform(request, deadline).map { $0.without(secrets) }
    }
  }

  private func perform(
    _ request: HTTPRequest, _ deadline: ContinuousClock.Instant
  ) async -> Result<HTTPResponse, HTTPFailure> {
    await withCheckedContinuation { continuation in
      let job = CurlEngine.Job(request: request, deadline: deadline) {
        continuation.resume(returning: $0)
      }
      engine.enqueue(job)
    }
  }
}

extension HTTPResponse {
  /// A server that repeats the key must not bring it into a workspace, a log or onto the screen.
  fileprivate func without(_ secrets: [[UInt8]]) -> HTTPResponse {
    var response = self
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
  /// Of renewing a token before a request.
  var renewalDeadline = Duration.seconds(10)
  /// A server repeats a record when it has taken it, and LangSmith takes 20 MB, which escapes make longer.
  var responseLimit = 64 << 20
  var headerLimit = 1 << 16
  var allowsPlainHTTP = false
  /// Keys in clear text go to nobody in between.
  var usesProxy = true
  var certificateBundle: String?
  /// What no answer may bring back.
  var secrets: [[UInt8]] = []
  /// Who asks, if that is not in the headers.
  var profile: OAuthProfile?
}
