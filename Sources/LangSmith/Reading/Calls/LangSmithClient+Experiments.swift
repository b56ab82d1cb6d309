import Foundation
import Identifiers

/// Which of LangSmith's two generations of calls is used.
public enum APIGeneration: Sendable, Hashable, CaseIterable {
  case first
  case second

  public var other: APIGeneration { self == .first ? .second : .first }
}

extension ServerInfo {
  /// The calls by which runs are to be had: the second, where the newer store answers at all.
  public var runGeneration: APIGeneration { queriesSmithDB ? .second : .first }

  /// The calls by which sessions are to be had.
  public var sessionGeneration: APIGeneration { queriesSmithDB && isAtLeast("0.18.0") ? .second : .first }
}

extension LangSmithClient {
  /// The first run of each trace in an experiment, with what is needed to compare it and to give feedback on it.
  ///
  /// - Parameter generation: `ServerInfo.runGeneration`.
  public func rootRuns(ofExperiment id: UUID, _ generation: APIGeneration) -> LangSmithList<Run> {
    let subject = "runs of the experiment \(id.lowercaseString)"
    switch generation {
    case .first:
      var query = RunQuery(sessionIDs: [id], isRoot: true)
      query.select = [
        "id", "name", "run_type", "status", "error", "start_time", "end_time", "inputs", "outputs",
        "outputs_s3_urls", "parent_run_id", "reference_example_id", "session_id", "trace_id",
      ]
      return list(.post("runs/query", query.body, subject: subject), .cursors)
    case .second:
      var query = RunQueryV2(sessionIDs: [id], isRoot: true)
      query.minStartTime = RunQueryV2.beginning
      return list(.post("api/v2/runs/query", query.body, subject: subject), .nextCursor)
    }
  }

  /// The experiments on a dataset.
  ///
  /// - Parameter generation: `ServerInfo.sessionGeneration`.
  public func experiments(onDataset id: UUID, _ generation: APIGeneration) -> LangSmithList<Session> {
    switch generation {
    case .first: sessions(SessionQuery(referenceDatasetID: id))
    case .second: v2.sessions(.experiments(onDataset: id))
    }
  }
}
