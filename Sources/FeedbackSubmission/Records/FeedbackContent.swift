import Foundation
import Identifiers
import StrictJSON

/// What a record says, as the JSON object that is sent, but without id and times: those belong to the outbox.
struct FeedbackContent: Equatable {
  let json: [UInt8]

  /// FNV-1a: tells whether an edit came back to what the server already has.
  var digest: Int64 {
    Int64(bitPattern: json.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }

  init(json: [UInt8]) {
    self.json = json
  }

  init(of record: FeedbackRecord) throws(FeedbackRecordError) {
    try Self.check(record)
    json = JSONValue.object(record.wireObject).utf8()
  }

  private static func check(_ record: FeedbackRecord) throws(FeedbackRecordError) {
    if case .array? = record.value { throw .valueIsArray(key: record.key) }
    switch record.correction {
    case nil, .object, .string: break
    default: throw .correctionIsNeitherObjectNorText(key: record.key)
    }
    if case .run(let run) = record.target, run.address != nil, run.sessionID != nil {
      throw .sessionAndAddress(key: record.key)
    }
    guard record.source.namesRunProperly else { throw .sourceRunIsNoUUID(key: record.key) }
  }
}

extension FeedbackRecord {
  /// The members in the order in which the Python SDK sends them.
  fileprivate var wireObject: JSONObject {
    var object = JSONObject()
    object.appendTarget(of: self)
    object.append("key", .string(key))
    object.append("score", score.map(\.wireValue))
    object.append("value", value)
    object.append("comment", comment.map(JSONValue.string))
    object.append("correction", correction)
    object.append("feedback_source", .object(source.wireObject))
    object.appendLocation(of: target)
    object.append("comparative_experiment_id", comparativeExperimentID.map(JSONValue.init))
    object.append("feedback_group_id", groupID.map(JSONValue.init))
    object.append("extra", extra.map(JSONValue.object))
    object.append("feedback_config", configuration.map { .object($0.wireObject) })
    object.append("extend_trace_retention", .bool(extendsTraceRetention))
    object.append("error", error.map(JSONValue.bool))
    if case .run(let run) = target {
      object.append("address", run.address.map { .string($0.resourceName) })
    }
    return object
  }
}

extension FeedbackRecord.Score {
  var wireValue: JSONValue {
    switch self {
    case .bool(let value): .bool(value)
    case .integer(let value): .number(JSONNumber(value))
    case .float(let value): JSONNumber(value.roundedToFourDecimals).map(JSONValue.number) ?? .null
    }
  }
}

extension FeedbackRecord.Source {
  /// Whether a run that the caller put into the metadata has an id that is one.
  fileprivate var namesRunProperly: Bool {
    guard let id = metadata["__run"]?.object?["run_id"] else { return true }
    return id.string.flatMap(UUID.init(lenient:)) != nil
  }

  fileprivate var wireObject: JSONObject {
    var metadata = metadata
    if var run = metadata["__run"]?.object {
      run["run_id"] = run["run_id"]?.string.flatMap(UUID.init(lenient:)).map(JSONValue.init)
      metadata["__run"] = .object(run)
    } else if let runID, metadata["__run"] == nil {
      metadata["__run"] = ["run_id": JSONValue(runID)]
    }
    return JSONObject(("type", .string(kind.rawValue)), ("metadata", .object(metadata)))
  }
}

extension FeedbackConfiguration {
  fileprivate var wireObject: JSONObject {
    var object = JSONObject()
    object.append("type", .string(kind.rawValue))
    object.append("min", minimum.flatMap(JSONNumber.init).map(JSONValue.number))
    object.append("max", maximum.flatMap(JSONNumber.init).map(JSONValue.number))
    object.append("categories", categories.map { .array($0.map { .object($0.wireObject) }) })
    object.append("allows_multiple_categories", allowsMultipleCategories.map(JSONValue.bool))
    return object
  }
}

extension FeedbackConfiguration.Category {
  fileprivate var wireObject: JSONObject {
    var object = JSONObject()
    object.append("value", JSONNumber(value).map(JSONValue.number))
    object.append("label", label.map(JSONValue.string))
    return object
  }
}

extension JSONObject {
  fileprivate init(_ members: (String, JSONValue)...) {
    self.init()
    for (key, value) in members { append(key, value) }
  }

  fileprivate mutating func append(_ key: String, _ value: JSONValue?) {
    guard let value else { return }
    append(unique: Member(key: key, value: value))
  }

  fileprivate mutating func appendTarget(of record: FeedbackRecord) {
    guard case .run(let run) = record.target else { return }
    append("run_id", JSONValue(run.runID))
    append("trace_id", run.traceID.map(JSONValue.init))
  }

  fileprivate mutating func appendLocation(of target: FeedbackRecord.Target) {
    switch target {
    case .project(let id): append("session_id", JSONValue(id))
    case .run(let run):
      append("session_id", run.sessionID.map(JSONValue.init))
      append("start_time", run.startTime.map { .string(WireTime.normalized($0)) })
    }
  }
}

extension JSONValue {
  fileprivate init(_ id: UUID) {
    self = .string(id.lowercaseString)
  }
}
