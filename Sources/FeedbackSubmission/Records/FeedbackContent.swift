import Foundation
import Identifiers
import StrictJSON

/// What a record says, as the JSON object that is sent, but without id and times: those belong to the outbox.
struct FeedbackContent: Equatable {
  let json: [UInt8]

  /// FNV-1a: tells whether an edit came back to what the server already has.
  var digest: Int64 {
    json.withUnsafeBytes { bytes in
      Int64(bitPattern: bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
    }
  }

  init(json: [UInt8]) {
    self.json = json
  }

  init(of record: FeedbackRecord) throws(FeedbackRecordError) {
    try Self.check(record)
    json = record.wireJSON
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
  fileprivate var wireJSON: [UInt8] {
    var object = JSONObjectWriter(capacity: 512)
    if case .run(let run) = target {
      object.write("run_id", run.runID)
      object.write("trace_id", run.traceID)
    }
    object.write("key", text: key)
    object.write("score", score?.wireValue)
    object.write("value", value)
    object.write("comment", text: comment)
    object.write("correction", correction)
    object.write("feedback_source", object: source.write)
    object.write(locationOf: target)
    object.write("comparative_experiment_id", comparativeExperimentID)
    object.write("feedback_group_id", groupID)
    object.write("extra", extra.map(JSONValue.object))
    object.write("feedback_config", configuration.map { .object($0.wireObject) })
    object.write("extend_trace_retention", .bool(extendsTraceRetention))
    object.write("error", error.map(JSONValue.bool))
    if case .run(let run) = target { object.write("address", text: run.address?.resourceName) }
    return object.finish()
  }
}

extension JSONObjectWriter {
  fileprivate mutating func write(_ key: StaticString, _ id: UUID?) {
    guard let id else { return }
    write(key, quoting: { $0.append(lowercase: id) })
  }

  fileprivate mutating func write(locationOf target: FeedbackRecord.Target) {
    switch target {
    case .project(let id): write("session_id", id)
    case .run(let run):
      write("session_id", run.sessionID)
      write("start_time", text: run.startTime.map(WireTime.normalized))
    }
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

  fileprivate func write(to object: inout JSONObjectWriter) {
    object.write("type", text: kind.rawValue)
    object.write("metadata", .object(wireMetadata))
  }

  private var wireMetadata: JSONObject {
    guard runID != nil || metadata["__run"] != nil else { return metadata }
    var metadata = metadata
    if var run = metadata["__run"]?.object {
      run["run_id"] = run["run_id"]?.string.flatMap(UUID.init(lenient:)).map(JSONValue.init)
      metadata["__run"] = .object(run)
    } else if let runID, metadata["__run"] == nil {
      metadata["__run"] = ["run_id": JSONValue(runID)]
    }
    return metadata
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
  fileprivate mutating func append(_ key: String, _ value: JSONValue?) {
    guard let value else { return }
    append(unique: Member(key: key, value: value))
  }
}

extension JSONValue {
  fileprivate init(_ id: UUID) {
    self = .string(id.lowercaseString)
  }
}
