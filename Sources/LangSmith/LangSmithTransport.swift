import FeedbackSubmission
import Foundation
import Identifiers

/// Carries feedback to LangSmith over HTTP: one request for each operation, on kept-alive connections.
public struct LangSmithTransport: FeedbackTransport {
  private let endpoint: LangSmithEndpoint
  private let client: Result<CurlClient, HTTPFailure>

  /// Nothing is sent before the first operation; libcurl is loaded here.
  public init(_ settings: LangSmithSettings) {
    self.init(settings, CurlConfiguration())
  }

  /// - Parameter limits: Deadlines and sizes; addresses and headers come from the settings.
  init(_ settings: LangSmithSettings, _ limits: CurlConfiguration) {
    endpoint = settings.endpoint
    var configuration = limits
    configuration.headers = settings.headerFields(hasBody: false).map(\.line)
    configuration.bodyHeaders = settings.headerFields(hasBody: true).map(\.line)
    configuration.allowsPlainHTTP = !settings.endpoint.isEncrypted
    configuration.usesProxy = settings.endpoint.isEncrypted
    configuration.certificateBundle = settings.certificateBundle
    client = Result { () throws(HTTPFailure) in try CurlClient(configuration) }
  }

  public func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
    switch client {
    case .success(let client): FeedbackOutcome(await client.perform(request(for: operation)))
    case .failure(let failure): FeedbackOutcome(.failure(failure))
    }
  }

  private func request(for operation: FeedbackOperation) -> HTTPRequest {
    switch operation {
    case .create(_, let body):
      HTTPRequest(method: .post, url: endpoint.address(of: "feedback"), body: body)
    case .update(let id, let body):
      HTTPRequest(method: .patch, url: address(of: id), body: body)
    case .delete(let id):
      HTTPRequest(method: .delete, url: address(of: id))
    case .read(let id):
      HTTPRequest(method: .get, url: address(of: id))
    }
  }

  private func address(of id: UUID) -> String {
    endpoint.address(of: "feedback/\(id.lowercaseString)")
  }
}

extension LangSmithSettings.Header {
  var line: String { "\(name): \(value)" }
}

extension FeedbackOutcome {
  init(_ result: Result<HTTPResponse, HTTPFailure>) {
    switch result {
    case .success(let response):
      self = .answered(
        FeedbackAnswer(
          status: response.status, body: response.body, retryAfter: RetryAfter.duration(in: response.headers),
          redirectOrigin: response.headers["location"].flatMap(Self.origin)))
    case .failure(let failure):
      switch failure.kind {
      case .unreachable: self = .notSent(reason: failure.reason)
      case .interrupted: self = .ambiguous(reason: failure.reason)
      case .untrusted: self = .blocked(reason: failure.reason)
      }
    }
  }

  /// Scheme, host and port: the rest of an address may hold what should not be shown.
  private static func origin(of location: String) -> String? {
    guard let parts = URLComponents(string: location), let scheme = parts.scheme, let host = parts.host else {
      return nil
    }
    return "\(scheme)://\(host)\(parts.port.map { ":\($0)" } ?? "")"
  }
}
