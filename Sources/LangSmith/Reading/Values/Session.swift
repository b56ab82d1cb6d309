import Foundation
import StrictJSON

/// A session, called project in LangSmith's pages: what runs are kept in. One with a reference dataset is an
/// experiment.
public struct Session: Sendable, Equatable, IdentifiedWireObject {
  public let id: UUID
  /// As it was read.
  public let json: JSONObject

  public var name: String? { json.string("name") }
  public var description: String? { json.string("description") }
  public var startTime: String? { json.string("start_time") }
  public var endTime: String? { json.string("end_time") }
  public var tenantID: UUID? { json.uuid("tenant_id") }
  public var referenceDatasetID: UUID? { json.uuid("reference_dataset_id") }
  public var metadata: JSONObject { json.object("extra")?.object("metadata") ?? JSONObject() }
  /// As of when the experiment took its examples: `as_of` of a query for them.
  public var datasetVersion: String? { metadata.string("dataset_version") }
  public var runCount: Int? { json.integer("run_count") }
}
