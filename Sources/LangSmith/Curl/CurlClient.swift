import Foundation

/// An HTTP client over libcurl: kept-alive connections, served by one thread of its own.
///
/// It follows no redirect, so that no other server ever sees a key; it ends by a total deadline, whatever the
/// server does; and it takes in no more than it is told to. Proxy variables are honored by libcurl itself.
final class CurlClient: Sendable {
  private let engine: CurlEngine

  /// - Throws: `HTTPFailure` if libcurl cannot be had.
  init(_ configuration: CurlConfiguration) throws(HTTPFailure) {
    engine = try CurlEngine(configuration)
    let engine = engine
    Thread.detachNewThread { engine.run() }
  }

  deinit {
    engine.stop()
  }

  func perform(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
    await withCheckedContinuation { continuation in
      engine.enqueue(CurlEngine.Job(request: request) { continuation.resume(returning: $0) })
    }
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
}
