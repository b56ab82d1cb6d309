import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import FeedbackSubmission
@testable import LangSmith

/// Feedback on a run without its project, which the SDK refuses after asking the server: see the table of differences.
@Suite struct WireSessionTests {
  private static let recorded = WireFixture.all("raises-session-needed")
  private static let written: JSONObject = [
    "run_id": "aaaa0001-0000-4000-8000-000000000001", "key": "quality",
  ]

  @Test func `It is kept, goes out, and stands refused in the server's words`() async throws {
    let answer = #"{"detail": "session_id is required"}"#
    let server = try LoopbackServer { request in
      request.path == "/info" ? .json(#"{"version": "0.18.3"}"#) : .json(answer, status: 501)
    }
    let folder = try TemporaryFolder()
    let settings = try LangSmithSettings(endpoint: LangSmithEndpoint(server.url))
    let client = try FeedbackClient(
      outbox: folder.path(of: "outbox"), transport: LangSmithTransport(settings))
    let arguments = try FeedbackArguments(Self.recorded.first?.steps.first ?? Self.written)
    let receipt = try await client.create(arguments.record)
    #expect(try await client.state(of: receipt.id) == .kept)
    try await client.deliver(stopAfterAttempt: 3)
    #expect(try await client.state(of: receipt.id) == .refused(reason: "501: session_id is required"))
    #expect(server.requests.filter { $0.method == "POST" }.count == 1)
  }
}
