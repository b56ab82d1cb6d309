import FeedbackSubmission
import Foundation
import LangSmith
import StrictJSON

/// What the documentation shows, so that it compiles. `use(…)` stands where the documentation has an ellipsis.
private enum DocumentedSnippets {
  static func use<Value>(_ value: Value) {}

  static func firstPage(runID: UUID, projectID: UUID) async throws {
    let settings = try LangSmithSettings()  // LANGSMITH_API_KEY, LANGSMITH_ENDPOINT, …
    let client = try FeedbackClient(outbox: "feedback.outbox", transport: LangSmithTransport(settings))
    let run = FeedbackRecord.RunReference(runID: runID, sessionID: projectID)
    let receipt = try await client.create(
      FeedbackRecord(target: .run(run), key: "correctness", score: 0.9, comment: "Right, but long."))
    try await client.deliver()
    switch try await client.state(of: receipt.id) {
    case .delivered: print("LangSmith has it.")
    default: print("Kept. It goes out with the next call.")
    }
  }

  static func readme(runID: UUID, projectID: UUID) async throws {
    let client = try FeedbackClient(
      outbox: "feedback.outbox", transport: LangSmithTransport(LangSmithSettings()))
    let record = FeedbackRecord(
      target: .run(.init(runID: runID, sessionID: projectID)), key: "correctness", score: 0.9)
    let receipt = try await client.create(record)
    try await client.deliver()
    use(receipt)
  }

  static func client(settings: LangSmithSettings, run: UUID) async throws {
    let client = try FeedbackClient(outbox: "feedback.outbox", transport: LangSmithTransport(settings))
    let receipt = try await client.create(
      FeedbackRecord(target: .run(.init(runID: run)), key: "helpful", score: 1))
    try await client.deliver()
    let state = try await client.state(of: receipt.id)
    use(state)
  }

  static func arguments(client: FeedbackClient) async throws {
    let arguments = try FeedbackArguments(["run_id": "0196…", "key": "correctness", "score": 0.9])
    try await client.create(arguments.record)
  }

  static func changes() {
    var changes = FeedbackChanges()
    changes.score = .set(0.5)
    changes.comment = .clear
    use(changes)
  }

  static func group(better: FeedbackRecord.RunReference, worse: FeedbackRecord.RunReference) {
    let group = FeedbackGroup(
      id: UUID(),
      records: [
        FeedbackRecord(target: .run(better), key: "preference", score: 1),
        FeedbackRecord(target: .run(worse), key: "preference", score: 0),
      ])
    use(group)
  }

  static func record(run: UUID, project: UUID) -> FeedbackRecord {
    FeedbackRecord(target: .run(.init(runID: run, sessionID: project)), key: "correctness", score: 0.9)
  }

  static func configuration(record: inout FeedbackRecord) {
    record.configuration = .categorical([.init(value: 1, label: "good"), .init(value: 0, label: "bad")])
  }

  static func retraction(settings: LangSmithSettings) {
    let transport = RetractingTransport(LangSmithTransport(settings))
    use(transport)
  }

  static func list(client: FeedbackClient, query: FeedbackQuery, runID: UUID) async throws {
    for try await feedback in client.list(FeedbackQuery(runIDs: [runID])) { use(feedback) }
    for try await feedback in client.list(query) { use(feedback) }
  }

  static func reading() async throws {
    let client = LangSmithClient(try LangSmithSettings())
    let info = try await client.serverInfo()
    let dataset = try await client.dataset(named: "questions")
    for try await experiment in client.experiments(onDataset: dataset.id, info.sessionGeneration) {
      for try await run in client.rootRuns(ofExperiment: experiment.id, info.runGeneration) { use(run) }
    }
  }

  static func runs(client: LangSmithClient, query: RunQuery) async throws {
    for try await run in client.runs(query) { use(run) }
    for try await page in client.runs(query).pages { use(page) }
  }
}

private struct Request {
  init(_ method: String, _ path: String, _ body: [UInt8] = []) {}
}

private struct HTTP: Sendable {
  func send(_ request: Request) async throws -> (status: Int, body: [UInt8]) { (200, []) }
}

private struct ConnectError: Error {}

private let http = HTTP()

private struct StagingTransport: FeedbackTransport {
  func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
    let request =
      switch operation {
      case .create(_, let body): Request("POST", "feedback", body)
      case .update(let id, let body): Request("PATCH", "feedback/\(id)", body)
      case .delete(let id): Request("DELETE", "feedback/\(id)")
      case .read(let id, _): Request("GET", "feedback/\(id)")
      }
    do {
      let answer = try await http.send(request)
      return .answered(FeedbackAnswer(status: answer.status, body: answer.body))
    } catch let error as ConnectError {
      return .notSent(reason: "\(error)")
    } catch {
      return .ambiguous(reason: "\(error)")
    }
  }
}
