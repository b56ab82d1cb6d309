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
    let server = try LoopbackServer { _ in .json("{}") }
    let transport = LangSmithTransport(try settings(fixture, server))
    for (arguments, request) in zip(fixture.steps, fixture.requests) {
      let generated = request["body"]?.object?["id"]?.string.flatMap(UUID.init(uuidString:))
      let call = try #require(try WireCall(arguments, generated: generated))
      _ = await transport.perform(.create(id: call.id, body: try body(of: call)))
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
    let server = try LoopbackServer { _ in .json("{}") }
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(server.url), credential: .apiKey(Secret("k")))
    let transport = LangSmithTransport(settings)
    let text = """
      {"run_id": "aaaa0001-0000-4000-8000-000000000001", "feedback_id": "CCCC0001000040008000000000000001",
       "key": "preference", "score": 0.66666, "value": "tied 1st of 3", "source_info": {"podium": {"rank": 1.5}},
       "start_time": "2025-12-31T23:59:58Z", "feedback_group_id": "eeee0001-0000-4000-8000-000000000001"}
      """
    let call = try #require(try JSONParser.parse(text.utf8).object.flatMap { try WireCall($0) })
    _ = await transport.perform(.create(id: call.id, body: try body(of: call)))
    #expect(
      String(decoding: server.requests.first?.body ?? [], as: UTF8.self) == """
        {"id":"cccc0001-0000-4000-8000-000000000001","created_at":"2026-01-02T03:04:05.678901+00:00",\
        "modified_at":"2026-01-02T03:04:05.678901+00:00","run_id":"aaaa0001-0000-4000-8000-000000000001",\
        "key":"preference","score":0.6667,"value":"tied 1st of 3","feedback_source":{"type":"api","metadata":\
        {"podium":{"rank":1.5}}},"start_time":"2025-12-31T23:59:58+00:00",\
        "feedback_group_id":"eeee0001-0000-4000-8000-000000000001","extend_trace_retention":true}
        """)
  }

  /// The recordings' clock stands still.
  private func body(of call: WireCall) throws -> [UInt8] {
    let now: Int64 = 1_767_323_045_678_901
    return FeedbackBody.create(
      id: call.id, createdAt: now, modifiedAt: now, content: try FeedbackContent(of: call.record))
  }

  private func settings(_ fixture: WireFixture, _ server: LoopbackServer) throws -> LangSmithSettings {
    let host = server.url.replacing("http://", with: "")
    var environment = ["HOME": "/nowhere"]
    if fixture.client["api_key"] == nil { environment["LANGSMITH_API_KEY"] = "lsv2_pt_***" }
    if fixture.client["api_url"] == nil {
      environment["LANGSMITH_ENDPOINT"] = server.url + (fixture.call["endpoint_path"]?.string ?? "")
    }
    for variable in fixture.call["env"]?.object?.members ?? [] {
      environment[variable.key] = variable.value.string?.replacing("HOST", with: host)
    }
    let profile = fixture.call["profile_file"]?.text().replacing("HOST", with: host)
    let settings = try LangSmithSettings(environment: environment) { _ in profile.map { Array($0.utf8) } }
    let headers = fixture.client["headers"]?.object?.members ?? []
    return try LangSmithSettings(
      endpoint: settings.endpoint, credential: settings.credential, workspaceID: settings.workspaceID,
      headers: headers.map { .init(name: $0.key, value: $0.value.string ?? "") })
  }

  private func compare(_ request: LoopbackRequest, _ expected: JSONObject) throws {
    #expect(request.method == expected["method"]?.string)
    #expect(request.path == expected["path"]?.string)
    let alwaysThere = ["host", "accept", "content-length"]
    let ours = request.headers.filter { !alwaysThere.contains($0.name.lowercased()) }
    var headers = Dictionary(uniqueKeysWithValues: ours.map { ($0.name.lowercased(), $0.value) })
    // Who we are is ours to say, unless the caller says it.
    if expected["headers"]?.object?["User-Agent"] == nil { headers["user-agent"] = nil }
    let theirs = (expected["headers"]?.object?.members ?? []).filter { $0.key != "Content-Length" }
    #expect(
      headers == Dictionary(uniqueKeysWithValues: theirs.map { ($0.key.lowercased(), $0.value.string ?? "") })
    )
    if let body = expected["body"] { #expect(try JSONParser.parse(request.body) == body) }
  }
}
