import Foundation
import StrictJSON

/// Which sessions to list.
public struct SessionQuery: Sendable, Equatable {
  public var ids: [UUID] = []
  public var name: String?
  public var nameContains: String?
  /// Experiments on that dataset.
  public var referenceDatasetID: UUID?
  /// Whether to list only experiments, or only what is none.
  public var isReferenceFree: Bool?
  public var includesStatistics: Bool?
  public var datasetVersion: String?
  /// What a session's metadata must contain.
  public var metadata: JSONObject?
  /// How many at most.
  public var limit: Int?

  public init(referenceDatasetID: UUID? = nil) {
    self.referenceDatasetID = referenceDatasetID
  }

  var items: QueryItems {
    var items = QueryItems()
    items.add("id", ids)
    items.add("name", name)
    items.add("name_contains", nameContains)
    items.add("reference_dataset", referenceDatasetID)
    items.add("reference_free", isReferenceFree)
    items.add("include_stats", includesStatistics)
    items.add("dataset_version", datasetVersion)
    items.add("metadata", metadata.map { JSONValue.object($0).text() })
    return items
  }
}

/// Which sessions to list with the second generation of calls.
public struct SessionQueryV2: Sendable, Equatable {
  /// `PROJECT`, `AGENT`, `EXPERIMENT`.
  public var types: [String] = []
  public var ids: [UUID] = []
  public var name: String?
  public var nameContains: String?
  public var referenceDatasetIDs: [UUID] = []
  public var datasetVersion: String?
  public var metadata: JSONObject?
  public var filter: String?
  public var includesStatistics: Bool?
  /// Such as `START_TIME`.
  public var sortBy: String?
  /// `asc` or `desc`.
  public var sortOrder: String?
  public var pageSize: Int?

  public init() {}

  /// The experiments on a dataset.
  public static func experiments(onDataset id: UUID) -> SessionQueryV2 {
    var query = SessionQueryV2()
    query.types = ["EXPERIMENT"]
    query.referenceDatasetIDs = [id]
    return query
  }

  var items: QueryItems {
    var items = QueryItems(booleans: .lowercase)
    items.add("type", types)
    items.add("id", ids)
    items.add("name", name)
    items.add("name_contains", nameContains)
    items.add("reference_dataset_id", referenceDatasetIDs)
    items.add("dataset_version", datasetVersion)
    items.add("metadata", metadata.map { JSONValue.object($0).text() })
    items.add("filter", filter)
    items.add("include_stats", includesStatistics)
    items.add("sort_by", sortBy)
    items.add("sort_order", sortOrder)
    items.add("page_size", pageSize)
    return items
  }
}
