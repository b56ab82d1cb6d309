import Foundation
import Identifiers
import StrictJSON

/// Which examples of a dataset to list together with their runs in some experiments (second generation of calls).
public struct ExperimentRunQuery: Sendable, Equatable {
  public var datasetID: UUID
  /// At least one.
  public var experimentIDs: [UUID]
  /// Whose feedback is to come with the runs.
  public var comparativeExperimentID: UUID?
  /// At most 1000; all examples without any.
  public var exampleIDs: [UUID] = []
  /// Filter expressions by experiment.
  public var filters: [UUID: [String]] = [:]
  /// The names of what is wanted of each run. Without any, the server gives nothing but ids.
  public var select = RunQueryV2.everyday
  /// Examples on a page, at most 100.
  public var pageSize: Int?

  public init(datasetID: UUID, experimentIDs: [UUID]) {
    self.datasetID = datasetID
    self.experimentIDs = experimentIDs
  }

  var body: JSONValue {
    var body = JSONObject()
    body.setText("comparative_experiment_id", comparativeExperimentID?.lowercaseString)
    body.setIDs("example_ids", exampleIDs)
    body.setIDs("experiment_ids", experimentIDs)
    if !filters.isEmpty {
      var byExperiment = JSONObject()
      for (id, expressions) in filters.sorted(by: { $0.key.uuidString < $1.key.uuidString }) {
        byExperiment.setTexts(id.lowercaseString, expressions)
      }
      body["filters"] = .object(byExperiment)
    }
    body["page_size"] = pageSize.map { .number(JSONNumber($0)) }
    body.setTexts("selects", select)
    return .object(body)
  }
}
