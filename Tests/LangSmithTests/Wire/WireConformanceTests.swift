import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import FeedbackSubmission
@testable import LangSmith

/// What goes over the wire is what LangSmith's Python SDK sends for the same call.
@Suite struct WireConformanceTests {
  private static let direct = WireFixture.all(
    "feedback-", "score-", "value-", "config-", "group-ranked-direct", "refused-", "auth-", "endpoint-",
    except: deliberateDifferences)

  /// Calls that are answered otherwise on purpose.
  private static let deliberateDifferences: Set<String> = [
    // A sampling rate for traces makes the SDK drop people's judgments without a word; here they are sent.
    "feedback-sampled-out",
    // Calls about configs, which are not records.
    "feedback-config-create", "feedback-config-list", "feedback-config-update",
  ]

  @Test(
    "A recorded call goes out as recorded",
    .enabled(if: WireFixture.folder != nil, "the recordings are not beside this checkout"), arguments: direct)
  func conforms(fixture: WireFixture) async throws {
    let server = try LoopbackServer { .json(String(decoding: $0.body, as: UTF8.self)) }
    let transport = LangSmithTransport(try fixture.settings(for: server))
    for (arguments, request) in zip(fixture.steps, fixture.requests) {
      let generated = request["body"]?.object?["id"]?.string.flatMap(UUID.init(uuidString:))
      let call = try #require(try WireCall(arguments, generated: generated))
      _ = await transport.perform(.create(id: call.id, body: try call.body()))
    }
    // A refused call is repeated by the SDK; when and how often we do so is the policy's.
    let recorded = fixture.name.hasPrefix("refused-") ? Array(fixture.requests.prefix(1)) : fixture.requests
    #expect(server.requests.count == recorded.count)
    for (request, expected) in zip(server.requests, recorded) { try compare(request, expected) }
  }

  @Test func `The recordings that are there are all used`() {
    guard WireFixture.folder != nil else { return }
    #expect(Self.direct.count >= 55)
  }

  @Test func `Without recordings: a ranked group goes out record by record`() async throws {
    let server = try LoopbackServer { .json(String(decoding: $0.body, as: UTF8.self)) }
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(server.url), credential: .apiKey(Secret("k")))
    let transport = LangSmithTransport(settings)
    let text = """
      {"run_id": "aaaa0001-0000-4000-8000-000000000001", "feedback_id": "CCCC0001000040008000000000000001",
       "key": "preference", "score": 0.66666, "value": "tied 1st of 3", "source_info": {"podium": {"rank": 1.5}},
       "start_time": "2025-12-31T23:59:58Z", "feedback_group_id": "eeee0001-0000-4000-8000-000000000001"}
      """
    let call = try #require(try JSONParser.parse(text.utf8).object.flatMap { try WireCall($0) })
    _ = await transport.perform(.create(id: call.id, body: try call.body()))
    #expect(
      String(decoding: server.requests.first?.body ?? [], as: UTF8.self) == """
        {"id":"cccc0001-0000-4000-8000-000000000001","created_at":"2026-01-02T03:04:05.678901+00:00",\
        "modified_at":"2026-01-02T03:04:05.678901+00:00","run_id":"aaaa0001-0000-4000-8000-000000000001",\
        "key":"preference","score":0.6667,"value":"tied 1st of 3","feedback_source":{"type":"api","metadata":\
        {"podium":{"rank":1.5}}},"start_time":"2025-12-31T23:59:58+00:00",\
        "feedback_group_id":"eeee0001-0000-4000-8000-000000000001","extend_trace_retention":true}
        """)
  }

  private func compare(_ request: LoopbackRequest, _ expected: JSONObject) throws {
    expectSameHead(request, expected)
    if let body = expected["body"] { #expect(try JSONParser.parse(request.body) == body) }
  }
}
