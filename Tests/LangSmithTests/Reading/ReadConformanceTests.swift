import StrictJSON
import TestSupport
import Testing

@testable import LangSmith

/// What our reads ask is what LangSmith's Python SDK asks for the same call.
@Suite struct ReadConformanceTests {
  @Test(
    "A recorded read asks as recorded",
    .enabled(if: WireFixture.folder != nil, "the recordings are not beside this checkout"),
    arguments: ReadingFixture.all)
  func conforms(fixture: ReadingFixture) async throws {
    let server = try fixture.server()
    let channel = LangSmithClient(try fixture.settings(server)).channel
    var patient = channel
    patient.clock = InstantClock()
    let failure = await failure(of: fixture, LangSmithClient(patient))
    #expect((failure != nil) == fixture.isRefused, "\(String(describing: failure))")
    #expect(server.requests.count == fixture.requests.count)
    for (request, recorded) in zip(server.requests, fixture.requests) { try compare(request, recorded) }
  }

  @Test(
    "The recordings that are there are all used",
    .enabled(if: WireFixture.folder != nil, "the recordings are not beside this checkout"))
  func used() {
    let names = Set(ReadingFixture.all.map(\.description))
    for fixture in WireFixture.all(
      "list-", "experiment-runs", "queue-", "read-", "comparative-", "feedback-config-")
    {
      #expect(names.contains(fixture.name))
    }
    #expect(names.contains("raises-comparative-empty"))
  }

  @Test(
    "What the server is, is asked as recorded",
    .enabled(if: WireFixture.folder != nil, "the recordings are not beside this checkout"))
  func info() async throws {
    let recorded = try #require(WireFixture.all("info-fetched").first?.requests.first)
    let server = try LoopbackServer { _ in .json(#"{"version": "0.18.3"}"#) }
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(server.url), credential: .apiKey(Secret("lsv2_pt_***")))
    #expect(try await LangSmithClient(settings).serverInfo().version?.text == "0.18.3")
    try compare(try #require(server.requests.first), recorded)
  }

  private func failure(of fixture: ReadingFixture, _ client: LangSmithClient) async -> (any Error)? {
    let bodies = fixture.requests.compactMap { $0["body"]?.object }
    do {
      for step in fixture.steps {
        let call = RecordedCall(client: client, arguments: step.arguments, body: bodies.last)
        try await call.perform(step.method)
      }
      return nil
    } catch {
      return error
    }
  }

  private func compare(_ request: LoopbackRequest, _ recorded: JSONObject) throws {
    #expect(request.method == recorded["method"]?.string)
    #expect(request.path.prefix { $0 != "?" } == recorded["path"]?.string ?? "")
    #expect(Query(path: request.path) == Query(recorded["query"]))
    #expect(headers(request) == headers(recorded))
    if let body = recorded["body"] {
      let sent = try JSONParser.parse(request.body)
      #expect(Self.sorted(sent) == Self.sorted(body))
    } else {
      #expect(request.body.isEmpty)
    }
  }

  private func headers(_ request: LoopbackRequest) -> [String: String] {
    let ownAffairs = ["host", "accept", "content-length", "user-agent"]
    let pairs = request.headers.map { ($0.name.lowercased(), $0.value) }
    return Dictionary(uniqueKeysWithValues: pairs.filter { !ownAffairs.contains($0.0) })
  }

  /// Without what the SDK's generated half says of itself.
  private func headers(_ recorded: JSONObject) -> [String: String] {
    let pairs = (recorded["headers"]?.object?.members ?? []).map {
      ($0.key.lowercased(), $0.value.string ?? "")
    }
    return Dictionary(
      uniqueKeysWithValues: pairs.filter { !$0.0.hasPrefix("x-stainless") && $0.0 != "content-length" })
  }

  /// The order of members has no meaning.
  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(sorted))
    case .object(let object):
      var result = JSONObject()
      for member in object.members.sorted(by: { $0.key < $1.key }) {
        result[member.key] = sorted(member.value)
      }
      return .object(result)
    default: return value
    }
  }
}
