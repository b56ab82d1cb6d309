import Foundation
import StrictJSON

/// A comparison of experiments that ran on the same dataset.
public struct ComparativeExperiment: Sendable, Equatable, IdentifiedWireObject {
  public let id: UUID
  /// As it was read.
  public let json: JSONObject

  public var name: String? { json.string("name") }
  public var description: String? { json.string("description") }
  public var referenceDatasetID: UUID? { json.uuid("reference_dataset_id") }
  public var createdAt: String? { json.string("created_at") }
  public var modifiedAt: String? { json.string("modified_at") }
  public var metadata: JSONObject { json.object("extra")?.object("metadata") ?? JSONObject() }
  /// In lists only.
  public var experimentIDs: [UUID] {
    (json.objects("experiments_info") ?? []).compactMap { $0.uuid("id") }
  }
}
