import FeedbackSubmission
import Foundation
import TestSupport
import Testing

@testable import LangSmith

@Suite struct LangSmithTransportTests {
  private static let id = UUID(uuid: (0xCC, 0, 0, 1, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0xAB))
  private static let path = "/api/v1/feedback/cc000001-0000-4000-8000-0000000000ab"
  private static let body = Array(#"{"score":1.0}"#.utf8)

  private static let operations: [(FeedbackOperation, String, String, [UInt8])] = [
    (.create(id: id, body: body), "POST", "/api/v1/feedback", body),
    (.update(id: id, body: body), "PATCH", path, body),
    (.delete(id: id), "DELETE", path, []), (.read(id: id), "GET", path, []),
  ]

  @Test("Each operation is one request", arguments: operations)
  func request(operation: FeedbackOperation, method: String, path: String, body: [UInt8]) async throws {
    let server = try LoopbackServer { _ in .json(#"{"ok":true}"#) }
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(server.url + "/api/v1/"), credential: .apiKey(Secret("k")), workspaceID: "w"
    )
    let outcome = await LangSmithTransport(settings).perform(operation)
    #expect(outcome == .answered(FeedbackAnswer(status: 200, body: Array(#"{"ok":true}"#.utf8))))
    let request = try #require(server.requests.first)
    #expect(request.method == method)
    #expect(request.path == path)
    #expect(request.body == body)
    #expect(request.header("x-api-key") == "k")
    #expect(request.header("X-Tenant-Id") == "w")
    #expect(request.header("Content-Type") == (body.isEmpty ? nil : "application/json"))
    #expect(request.header("Accept") == "application/json")
  }

  @Test func `A token goes out as a bearer's, and no key beside it`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(server.url), credential: .bearer(Secret("t")))
    _ = await LangSmithTransport(settings).perform(.read(id: Self.id))
    #expect(server.requests.first?.header("Authorization") == "Bearer t")
    #expect(server.requests.first?.header("x-api-key") == nil)
  }

  @Test func `The pause that the server asks for is passed on`() async throws {
    let server = try LoopbackServer { _ in .status(429, ["Retry-After": "12"]) }
    let outcome = await LangSmithTransport(try settings(server.url)).perform(.read(id: Self.id))
    #expect(outcome == .answered(FeedbackAnswer(status: 429, retryAfter: .seconds(12))))
  }

  @Test func `Failures are told apart by whether anything was sent`() {
    let failures: [(HTTPFailure.Kind, FeedbackOutcome)] = [
      (.unreachable, .notSent(reason: "r")), (.interrupted, .ambiguous(reason: "r")),
      (.untrusted, .blocked(reason: "r")),
    ]
    for (kind, outcome) in failures {
      #expect(FeedbackOutcome(.failure(HTTPFailure(kind: kind, reason: "r"))) == outcome)
    }
  }

  private func settings(_ url: String) throws -> LangSmithSettings {
    try LangSmithSettings(endpoint: LangSmithEndpoint(url), credential: .apiKey(Secret("k")))
  }
}
