import Foundation
import Identifiers
import StrictJSON

extension LangSmithClient {
  public func runs(_ query: RunQuery) -> LangSmithList<Run> {
    list(.post("runs/query", query.body, subject: "runs"), .cursors, limit: query.limit)
  }

  public func run(id: UUID) async throws -> Run {
    let name = id.lowercaseString
    return try await read(APICall(path: "runs/\(name)", subject: "the run \(name)"))
  }
}

extension LangSmithClient.V2 {
  public func runs(_ query: RunQueryV2) -> LangSmithList<Run> {
    client.list(.post("api/v2/runs/query", query.body, subject: "runs"), .nextCursor)
  }

  /// - Parameter startTime: Of the run: finds it faster.
  public func run(
    id: UUID, sessionID: UUID, startTime: String? = nil, select: [String] = RunQueryV2.everyday
  ) async throws -> Run {
    var query = QueryItems(booleans: .lowercase)
    query.add("project_id", sessionID)
    query.add("selects", select)
    query.add("start_time", startTime)
    let name = id.lowercaseString
    return try await client.read(
      APICall(path: "api/v2/runs/\(name)", query: query, subject: "the run \(name)"))
  }

  /// Examples of a dataset, each with its `runs` in some experiments.
  public func examples(_ query: ExperimentRunQuery) -> LangSmithList<Example> {
    let path = "api/v2/datasets/\(query.datasetID.lowercaseString)/experiment-runs"
    return client.list(.post(path, query.body, subject: "runs of experiments"), .nextCursor)
  }
}
