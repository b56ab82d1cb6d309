import FeedbackSubmission
import Foundation
import StrictJSON
import Testing

@testable import LangSmith

/// The calls by themselves, also where no recordings are.
@Suite struct LangSmithClientTests {
  private static let id = "aaaa0001-0000-4000-8000-000000000001"
  private let id = UUID(uuid: (0xAA, 0xAA, 0, 1, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1))

  private func objects(_ range: Range<Int>) -> String {
    range.map { #"{"id":"\#(Self.id)","n":\#($0)}"# }.joined(separator: ",")
  }

  @Test func `A list is fetched page by page, and no further than it is iterated`() async throws {
    let server = ScriptedServer(.json("[\(objects(0..<100))]"), .json("[\(objects(0..<3))]"))
    var iterator = server.client.sessions().makeAsyncIterator()
    #expect(try await iterator.next()?.id == id)
    #expect(server.requests.count == 1)
    #expect(try await server.client.sessions().pages.reduce(0) { $0 + $1.count } == 3)
  }

  @Test func `A limit ends a list without a further request`() async throws {
    let server = ScriptedServer(.json("[\(objects(0..<100))]"), .json("[\(objects(100..<200))]"))
    var query = SessionQuery()
    query.limit = 150
    #expect(try await server.client.sessions(query).all().count == 150)
    #expect(
      server.requests.map(\.url) == [
        "https://api.smith.langchain.com/sessions?limit=100&offset=0",
        "https://api.smith.langchain.com/sessions?limit=100&offset=100",
      ])
  }

  @Test func `What has no such name is not found`() async throws {
    let server = ScriptedServer(.json("[]"))
    await #expect(throws: LangSmithError(.notFound, "the session “A”")) {
      try await server.client.session(named: "A")
    }
    await #expect(throws: LangSmithError(.notFound, "the dataset “A”")) {
      try await server.client.dataset(named: "A")
    }
  }

  @Test func `Root runs are asked for with what feedback needs, from the beginning of time`() async throws {
    let first = ScriptedServer(.json(#"{"runs":[]}"#))
    _ = try await first.client.rootRuns(ofExperiment: id, .first).all()
    let firstBody = try #require(first.requests.first?.json?.object)
    #expect(firstBody["session"] == [.string(Self.id)])
    #expect(firstBody["is_root"] == true)
    let names = Set((firstBody["select"]?.array ?? []).compactMap(\.string))
    #expect(
      names.isSuperset(of: ["id", "session_id", "trace_id", "start_time", "reference_example_id", "outputs"]))
    let second = ScriptedServer(.json(#"{"items":[]}"#))
    _ = try await second.client.rootRuns(ofExperiment: id, .second).all()
    let secondBody = try #require(second.requests.first?.json?.object)
    #expect(second.requests.first?.url == "https://api.smith.langchain.com/api/v2/runs/query")
    #expect(secondBody["project_ids"] == [.string(Self.id)])
    #expect(secondBody["min_start_time"] == "2000-01-01T00:00:00+00:00")
    let selects = Set((secondBody["selects"]?.array ?? []).compactMap(\.string))
    #expect(
      selects.isSuperset(of: [
        "ID", "PROJECT_ID", "TRACE_ID", "START_TIME", "REFERENCE_EXAMPLE_ID", "OUTPUTS",
      ]))
  }

  @Test func `Experiments on a dataset are listed by either generation`() async throws {
    let first = ScriptedServer(.json("[]"))
    _ = try await first.client.experiments(onDataset: id, .first).all()
    #expect(
      first.requests.first?.url.hasSuffix("/sessions?reference_dataset=\(Self.id)&limit=100&offset=0") == true
    )
    let second = ScriptedServer(.json(#"{"items":[]}"#))
    _ = try await second.client.experiments(onDataset: id, .second).all()
    #expect(
      second.requests.first?.url.hasSuffix("/api/v2/sessions?type=EXPERIMENT&reference_dataset_id=\(Self.id)")
        == true)
  }

  @Test func `A queue item is marked as done, or shown again, by either generation`() async throws {
    let server = ScriptedServer(.json("{}"))
    try await server.client.markQueueItem(id, as: .completed)
    try await server.client.markQueueItem(id, as: nil)
    try await server.client.v2.markQueueItem(id, as: .completed)
    let base = "https://api.smith.langchain.com"
    #expect(
      server.requests.map(\.url) == [
        "\(base)/annotation-queues/status/\(Self.id)", "\(base)/annotation-queues/status/\(Self.id)",
        "\(base)/api/v1/platform/annotation-queues/items/\(Self.id)/status",
      ])
    #expect(
      server.requests.map(\.json) == [["status": "completed"], ["status": nil], ["status": "completed"]])
  }

  @Test func `The second generation calls completed items archived`() async throws {
    let server = ScriptedServer(.json(#"{"items":[]}"#))
    _ = try await server.client.v2.queueItems(of: id, QueueItemQuery(status: .completed)).all()
    #expect(server.requests.first?.url.hasSuffix("/items?status=archived") == true)
  }

  @Test func `No more runs are asked for on a page than a server gives`() async throws {
    let server = ScriptedServer(.json(#"{"runs":[]}"#))
    var query = RunQuery()
    query.limit = 250
    _ = try await server.client.runs(query).all()
    #expect(server.requests.first?.json?.object?["limit"] == 100)
  }

  @Test func `Feedback is listed by what it belongs to`() async throws {
    let server = ScriptedServer(.json("[]"))
    var query = FeedbackQuery()
    query.comparativeExperimentID = id
    query.keys = ["ranked_preference"]
    query.hasScore = true
    _ = try await server.client.feedback(query).all()
    #expect(
      server.requests.first?.url.hasSuffix(
        "/feedback?comparative_experiment_id=\(Self.id)&key=ranked_preference&has_score=True&limit=100&offset=0"
      )
        == true)
  }

  // MARK: Comparative experiments

  @Test
  func
    `A comparative experiment takes its dataset from the first experiment, and says null for no description`()
    async throws
  {
    let dataset = "dada0001-0000-4000-8000-000000000001"
    let server = ScriptedServer(
      .json(#"{"id":"\#(Self.id)","reference_dataset_id":"\#(dataset)"}"#), .json(#"{"id":"\#(Self.id)"}"#))
    let made = try await server.client.createComparativeExperiment(
      id: id, name: "three", experimentIDs: [id, id],
      createdAt: "2026-01-02T03:04:05.678901+00:00")
    #expect(made.id == id)
    #expect(server.requests.first?.url.hasSuffix("/sessions/\(Self.id)?limit=1&include_stats=False") == true)
    let body: JSONValue = [
      "id": .string(Self.id), "name": "three", "experiment_ids": [.string(Self.id), .string(Self.id)],
      "reference_dataset_id": .string(dataset), "description": nil,
      "created_at": "2026-01-02T03:04:05.678901+00:00", "extra": [:],
    ]
    #expect(server.requests.last?.json == body)
  }

  @Test func `Without experiments, and without a dataset, nothing is made`() async throws {
    let server = ScriptedServer(.json(#"{"id":"\#(Self.id)"}"#))
    await #expect(
      throws: LangSmithError(.invalidArgument, "experimentIDs", detail: "expected at least one experiment")
    ) {
      try await server.client.createComparativeExperiment(name: "x", experimentIDs: [])
    }
    #expect(server.requests.isEmpty)
    await #expect(throws: LangSmithError.self) {
      try await server.client.createComparativeExperiment(name: "x", experimentIDs: [id])
    }
    #expect(server.requests.map(\.method) == [.get])
  }

  @Test func `A comparative experiment keeps its id when it has to be made again`() async throws {
    let server = ScriptedServer(.failure(.interrupted), .status(502), .json(#"{"id":"\#(Self.id)"}"#))
    _ = try await server.client.createComparativeExperiment(
      name: "x", experimentIDs: [id], referenceDatasetID: id, metadata: ["round": 1])
    let bodies = server.requests.map(\.json)
    #expect(bodies.count == 3 && bodies.allSatisfy { $0 == bodies[0] })
    #expect(bodies[0]?.object?["extra"] == ["metadata": ["round": 1]])
    #expect(bodies[0]?.object?["created_at"] == "1970-01-01T00:00:00.000000+00:00")
  }
}
