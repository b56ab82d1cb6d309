import Foundation
import StrictJSON

/// A dataset: examples that experiments run on.
public struct Dataset: Sendable, Equatable, IdentifiedWireObject {
  public let id: UUID
  /// As it was read.
  public let json: JSONObject

  public var name: String? { json.string("name") }
  public var description: String? { json.string("description") }
  public var exampleCount: Int? { json.integer("example_count") }
}

/// An example of a dataset: inputs, and perhaps the outputs that are held to be right.
public struct Example: Sendable, Equatable, IdentifiedWireObject {
  public let id: UUID
  /// As it was read.
  public let json: JSONObject

  public var datasetID: UUID? { json.uuid("dataset_id") }
  public var name: String? { json.string("name") }
  public var inputs: JSONObject { json.object("inputs") ?? JSONObject() }
  public var outputs: JSONObject? { json.object("outputs") }
  public var metadata: JSONObject { json.object("metadata") ?? JSONObject() }
  public var createdAt: String? { json.string("created_at") }
  public var modifiedAt: String? { json.string("modified_at") }
  /// The runs on it, where they were asked for with it.
  public var runs: [Run] {
    (json.objects("runs") ?? []).compactMap { run in run.uuid("id").map { Run(id: $0, json: run) } }
  }
}
