import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import FeedbackSubmission
@testable import LangSmith

/// Calls about feedback that is at the server already.
@Suite struct WireClientTests {
  private static let recorded = WireFixture.all("update-", "read-feedback", "delete-feedback")

  @Test(
    "A recorded call goes out as recorded",
    .enabled(if: WireFixture.folder != nil, "the recordings are not beside this checkout"),
    arguments: recorded)
  func conforms(fixture: WireFixture) async throws {
    let answers = fixture.requests.map { $0["response"]?.object?["body"]?.text() ?? #"{"id":null}"# }
    let server = try LoopbackServer { _ in .json(answers.first ?? "{}") }
    let folder = try TemporaryFolder()
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(server.url), credential: .apiKey(Secret("lsv2_pt_***")))
    let client = try FeedbackClient(
      outbox: folder.path(of: "outbox"), transport: LangSmithTransport(settings))
    for step in (fixture.call["steps"]?.array ?? []).compactMap(\.object) {
      try await perform(step, client)
    }
    #expect(server.requests.count == fixture.requests.count)
    for (request, expected) in zip(server.requests, fixture.requests) {
      #expect(request.method == expected["method"]?.string)
      #expect(request.path == expected["path"]?.string)
      #expect(request.header("x-api-key") == "lsv2_pt_***")
      if let body = expected["body"] { #expect(try JSONParser.parse(request.body) == body) }
      #expect(request.header("Content-Type") == expected["headers"]?.object?["Content-Type"]?.string)
    }
  }

  private func perform(_ step: JSONObject, _ client: FeedbackClient) async throws {
    var arguments = try #require(step["args"]?.object)
    let id = try #require(arguments["feedback_id"]?.string.flatMap(UUID.init(lenient:)))
    arguments["feedback_id"] = nil
    switch step["method"] {
    case "update_feedback": try await client.update(id, try FeedbackChanges(arguments))
    case "read_feedback": #expect(try await client.read(id).id == id)
    case "delete_feedback": try await client.delete(id)
    default: Issue.record("a call that no test knows")
    }
  }

  @Test func `The recordings that are there are all used`() {
    guard WireFixture.folder != nil else { return }
    #expect(Self.recorded.count >= 4)
  }
}
