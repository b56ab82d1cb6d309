import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import FeedbackSubmission
@testable import LangSmith

/// Batches go over the wire as LangSmith's Python SDK sends them.
@Suite struct WireBatchTests {
  private static let all = WireFixture.all("batched-", "group-ranked-batched", "group-ranked-zstd", "info-")

  @Test(
    "A recorded batch goes out as recorded",
    .enabled(if: WireFixture.folder != nil, "the recordings are not beside this checkout"), arguments: all)
  func conforms(fixture: WireFixture) async throws {
    let status = fixture.requests.first?["response"]?.object?["status"]?.number?.intValue
    let server = try LoopbackServer { fixture.reply(to: $0, status: status) }
    let boundary = try #require(UUID(uuidString: "f0000000-0000-4000-8000-000000000001"))
    let transport = LangSmithTransport(
      try fixture.settings(for: server), CurlConfiguration(), boundary: boundary)
    // What is called before the caller flushes may travel together.
    for steps in fixture.steps.split(whereSeparator: \.isEmpty) {
      for parcel in try await parcels(of: steps, fixture, transport) {
        if parcel.isTogether {
          _ = await transport.perform(together: parcel.operations)
        } else {
          _ = await transport.perform(parcel.operations[0])
        }
      }
    }
    // Whether batches can be sent is always asked; and whether what was taken in can be read back.
    let asked = fixture.requests.first?["path"]?.string == "/info"
    let requests = server.requests.filter { $0.method == "POST" || asked && $0.path == "/info" }
    // A refused batch is repeated by the SDK; when and how often we do so is the policy's.
    let recorded =
      fixture.name.hasPrefix("batched-recovers") ? Array(fixture.requests.prefix(1)) : fixture.requests
    #expect(requests.count >= recorded.count)
    for (request, expected) in zip(requests, recorded) { try compare(request, expected) }
  }

  @Test func `The recordings that are there are all used`() {
    guard WireFixture.folder != nil else { return }
    #expect(Self.all.count >= 19)
  }

  private func parcels(
    of steps: ArraySlice<JSONObject>, _ fixture: WireFixture, _ transport: LangSmithTransport
  ) async throws -> [Parcel] {
    let batching = await transport.batching()
    var packer = ParcelPacker(fixture.client["auto_batch_tracing"]?.bool == false ? .none : batching)
    for (number, arguments) in steps.enumerated() {
      let call = try #require(try WireCall(arguments))
      let record = ClaimedRecord(
        seq: Int64(number), id: call.id, attempt: Attempt(operation: .create, revision: 1),
        operation: .create(id: call.id, body: try call.body()), content: nil)
      packer.add(
        ClaimedGroup(seq: Int64(number), token: UUID(), leaseEnd: .distantPast, records: [record]),
        number: number)
    }
    return packer.finish()
  }

  private func compare(_ request: LoopbackRequest, _ expected: JSONObject) throws {
    expectSameHead(request, expected)
    if let body = expected["body"] { #expect(try JSONParser.parse(request.body) == body) }
    if let size = request.header("X-Post-Compressed-Size") {
      #expect(size == request.header("Content-Length"))
    }
    let parts = request.path == "/runs/multipart" ? try #require(request.parts) : []
    if let names = expected["part_names"]?.array { #expect(parts.map(\.name) == names.map(\.string)) }
    guard let recorded = expected["parts"]?.array?.compactMap(\.object) else { return }
    #expect(parts.map(\.name) == recorded.map { $0["name"]?.string })
    for (part, expected) in zip(parts, recorded) {
      let headers = (expected["headers"]?.object?.members ?? []).map { "\($0.key): \($0.value.string ?? "")" }
      #expect(part.headers.map { "\($0.name): \($0.value)" } == headers)
      #expect(try JSONParser.parse(part.body) == expected["json"])
    }
    // The order of the keys too: the whole text is the same, byte by byte.
    if let raw = expected["body_raw"]?.string, let body = request.decodedBody {
      #expect(String(decoding: body, as: UTF8.self) == raw)
    }
  }
}

extension WireFixture {
  fileprivate func reply(to request: LoopbackRequest, status: Int?) -> LoopbackReply {
    switch (request.method, request.path) {
    case ("GET", "/info"): .json(info)
    case ("GET", _): .json("[]")
    case (_, "/runs/multipart"): .json("{}", status: status ?? 202)
    default: .json(String(decoding: request.body, as: UTF8.self))
    }
  }

  /// What the server told of itself.
  private var info: String {
    let told = client["info"] ?? call["server_info"] ?? "default"
    guard let name = told.string else { return told.text() }
    let flags = name.contains("zstd") ? #"{"zstd_compression_enabled":true}"# : "{}"
    return """
      {"version": "0.18.3", "batch_ingest_config": {"use_multipart_endpoint": true, "size_limit": 100,
       "size_limit_bytes": 20971520}, "instance_flags": \(flags)}
      """
  }
}
