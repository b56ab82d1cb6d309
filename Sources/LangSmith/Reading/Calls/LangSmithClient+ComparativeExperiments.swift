import FeedbackSubmission
import Foundation
import Identifiers
import StrictJSON

extension LangSmithClient {
  /// Makes a comparative experiment: what feedback on several experiments' runs is collected under.
  ///
  /// Source: `POST /datasets/comparative`, and the Python SDK's `Client.create_comparative_experiment`.
  ///
  /// - Parameters:
  ///   - id: Fixed before the first attempt, so that none makes a second one.
  ///   - experimentIDs: At least one.
  ///   - referenceDatasetID: Without it, the first experiment's.
  ///   - createdAt: RFC 3339; without it, now.
  ///   - metadata: Kept as `extra.metadata`.
  /// - Throws: `LangSmithError`: `invalidArgument` without experiments, or if the first one ran on no dataset and none is
  ///   given; `conflict` if there is one with this id.
  public func createComparativeExperiment(
    id: UUID = UUID(), name: String, experimentIDs: [UUID], referenceDatasetID: UUID? = nil,
    description: String? = nil, createdAt: String? = nil, metadata: JSONObject? = nil
  ) async throws -> ComparativeExperiment {
    let subject = "the comparative experiment “\(name)”"
    guard let first = experimentIDs.first else {
      throw LangSmithError(.invalidArgument, "experimentIDs", detail: "expected at least one experiment")
    }
    let dataset =
      if let referenceDatasetID { referenceDatasetID } else { try await referenceDataset(of: first) }
    let body: JSONObject = [
      "id": .string(id.lowercaseString), "name": .string(name),
      "experiment_ids": .array(experimentIDs.map { .string($0.lowercaseString) }),
      "reference_dataset_id": .string(dataset.lowercaseString),
      "description": description.map(JSONValue.string) ?? .null,
      "created_at": .string(
        createdAt ?? WireTime.text(microseconds: channel.clock.wallTime().microsecondsSince1970)),
      "extra": .object(metadata.map { ["metadata": .object($0)] } ?? [:]),
    ]
    return try await read(.post("datasets/comparative", .object(body), subject: subject))
  }

  private func referenceDataset(of experiment: UUID) async throws -> UUID {
    guard let dataset = try await session(id: experiment).referenceDatasetID else {
      throw LangSmithError(
        .invalidArgument, "referenceDatasetID",
        detail: "expected a dataset, as the experiment \(experiment.lowercaseString) ran on none")
    }
    return dataset
  }

  /// The comparative experiments on a dataset (`GET /datasets/{id}/comparative`).
  ///
  /// - Parameter limit: How many at most, 1 and more.
  public func comparativeExperiments(
    onDataset id: UUID, ids: [UUID] = [], name: String? = nil, limit: Int? = nil
  ) -> LangSmithList<ComparativeExperiment> {
    var query = QueryItems()
    query.add("id", ids)
    query.add("name", name)
    let path = "datasets/\(id.lowercaseString)/comparative"
    return list(APICall(path: path, query: query, subject: "comparative experiments"), limit: limit)
  }
}
