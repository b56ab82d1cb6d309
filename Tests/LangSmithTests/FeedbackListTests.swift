import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import FeedbackSubmission
@testable import LangSmith

/// Lists over HTTP, of whatever size.
@Suite struct FeedbackListTests {
  private static let listed = WireFixture.all("list-feedback")

  private func client(_ url: String, in folder: TemporaryFolder) throws -> FeedbackClient {
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(url), credential: .apiKey(Secret("lsv2_pt_***")))
    return try FeedbackClient(outbox: folder.path(of: "outbox"), transport: LangSmithTransport(settings))
  }

  @Test(
    "A recorded list asks as recorded",
    .enabled(if: WireFixture.folder != nil, "the recordings are not beside this checkout"), arguments: listed)
  func conforms(fixture: WireFixture) async throws {
    let recorded = fixture.requests
    let server = try LoopbackServer { request in
      let offset = URLComponents(string: request.path)?.queryItems?.first { $0.name == "offset" }?.value
      let match = recorded.first { $0["query"]?.array?.contains(["offset", .string(offset ?? "")]) ?? false }
      let body = match?["response"]?.object?["body"]
      return .json(body?.array == nil ? Self.fullPage : body?.text() ?? "[]")
    }
    let folder = try TemporaryFolder()
    let client = try client(server.url, in: folder)
    for arguments in fixture.steps {
      var query = FeedbackQuery(runIDs: Self.texts(arguments["run_ids"]).compactMap(UUID.init(lenient:)))
      query.keys = Self.texts(arguments["feedback_key"])
      query.sources = Self.texts(arguments["feedback_source_type"])
      query.limit = arguments["limit"]?.number?.intValue
      _ = try await client.list(query).all()
    }
    #expect(server.requests.map { Query(path: $0.path) } == recorded.map { Query($0["query"]) })
  }

  @Test func `A page larger than an answer may be comes in halves`() async throws {
    let records = (0..<100).map { number in
      let id = UUID().uuidString.lowercased()
      let comment = String(repeating: "é", count: 10_000)
      return #"{"id":"\#(id)","key":"\#(number)","comment":"\#(comment)"}"#
    }
    let server = try LoopbackServer { request in
      let items = URLComponents(string: request.path)?.queryItems ?? []
      let number = { (name: String) in items.first { $0.name == name }?.value.flatMap { Int($0) } ?? 0 }
      let page = records.dropFirst(number("offset")).prefix(number("limit"))
      return .json("[" + page.joined(separator: ", ") + "]\n")
    }
    let folder = try TemporaryFolder()
    let feedback = try await client(server.url, in: folder).list(FeedbackQuery()).all()
    #expect(feedback.map(\.key) == (0..<100).map { "\($0)" })
  }

  @Test func `A batch of large records is read back`() async throws {
    let server = try LoopbackFeedbackServer(info: #"{"version": "0.18.3"}"#)
    let folder = try TemporaryFolder()
    let client = try client(server.url, in: folder)
    let comment = String(repeating: "x", count: 30_000)
    try await client.create(
      (0..<60).map { _ in
        FeedbackRecord(target: .run(.trace(UUID())), key: "k", score: 1, comment: comment)
      })
    let progress = try await client.deliver(stopAfterAttempt: 3)
    #expect(progress.counts.delivered == 60)
    #expect(server.requests.filter { $0.method == "POST" }.map(\.path) == ["/runs/multipart"])
  }

  private static let fullPage =
    "["
    + (0..<100).map { _ in #"{"id":"\#(UUID())","key":"k"}"# }.joined(separator: ",") + "]"

  private static func texts(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }
}
