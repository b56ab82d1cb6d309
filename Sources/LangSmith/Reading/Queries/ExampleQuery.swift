import Foundation
import StrictJSON

/// Which examples to list.
public struct ExampleQuery: Sendable, Equatable {
  public var datasetID: UUID?
  /// Up to about fifty fit into an address.
  public var ids: [UUID] = []
  /// The dataset's state at that time or of that tag; `latest` without it.
  public var asOf: String?
  public var splits: [String] = []
  /// What an example's metadata must contain.
  public var metadata: JSONObject?
  public var filter: String?
  /// The names of what is wanted of each example.
  public var select: [String] = []
  public var excludesDefaultFields = false
  /// Whether values that are kept elsewhere come along.
  public var inlinesLargeValues = true
  /// How many to pass over.
  public var offset = 0
  /// How many at most.
  public var limit: Int?

  public init(datasetID: UUID? = nil) {
    self.datasetID = datasetID
  }

  var items: QueryItems {
    var items = QueryItems()
    items.add("id", ids)
    items.add("as_of", asOf)
    items.add("splits", splits)
    items.add("inline_s3_urls", inlinesLargeValues)
    items.add("filter", filter)
    items.add("metadata", metadata.map { JSONValue.object($0).text() })
    items.add("dataset", datasetID)
    items.add("select", select)
    items.add("exclude_default_fields", excludesDefaultFields ? true : nil)
    return items
  }
}

/// Which datasets to list.
public struct DatasetQuery: Sendable, Equatable {
  public var ids: [UUID] = []
  public var dataType: String?
  public var name: String?
  public var nameContains: String?
  /// What a dataset's metadata must contain.
  public var metadata: JSONObject?
  /// How many at most.
  public var limit: Int?

  public init() {}

  var items: QueryItems {
    var items = QueryItems()
    items.add("id", ids)
    items.add("data_type", dataType)
    items.add("name", name)
    items.add("name_contains", nameContains)
    items.add("metadata", metadata.map { JSONValue.object($0).text() })
    return items
  }
}
