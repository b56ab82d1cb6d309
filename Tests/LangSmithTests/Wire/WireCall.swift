import Foundation
import StrictJSON

@testable import FeedbackSubmission

/// A recorded call of `create_feedback`, as our types say it.
struct WireCall {
  let id: UUID
  let record: FeedbackRecord

  /// - Parameter generated: The id that was made for a call that brings none.
  init?(_ arguments: JSONObject, generated: UUID? = nil) {
    guard let id = arguments.uuid("feedback_id") ?? generated, let target = FeedbackRecord.Target(arguments)
    else { return nil }
    self.id = id
    var record = FeedbackRecord(
      target: target, key: arguments["key"]?.string ?? "unnamed", source: FeedbackRecord.Source(arguments),
      extendsTraceRetention: arguments["extend_trace_retention"]?.bool ?? true)
    record.score = arguments["score"].flatMap(FeedbackRecord.Score.init)
    record.value = arguments["value"]
    record.comment = arguments.text("comment")
    record.correction = arguments["correction"]
    record.configuration = arguments["feedback_config"]?.object.flatMap(FeedbackConfiguration.init)
    record.comparativeExperimentID = arguments.uuid("comparative_experiment_id")
    record.groupID = arguments.uuid("feedback_group_id")
    record.extra = arguments["extra"]?.object
    record.error = arguments["error"]?.bool
    self.record = record
  }
}

extension FeedbackRecord.Target {
  fileprivate init?(_ arguments: JSONObject) {
    if let project = arguments.uuid("project_id") {
      self = .project(project)
    } else if let run = arguments.uuid("run_id") ?? arguments.uuid("trace_id") {
      self = .run(
        FeedbackRecord.RunReference(
          runID: run, traceID: arguments.uuid("trace_id"), sessionID: arguments.uuid("session_id"),
          startTime: arguments.text("start_time")))
    } else {
      return nil
    }
  }
}

extension FeedbackRecord.Source {
  fileprivate init(_ arguments: JSONObject) {
    self.init(
      kind: Kind(rawValue: arguments["feedback_source_type"]?.string ?? "api") ?? .api,
      metadata: arguments["source_info"]?.object ?? JSONObject(), runID: arguments.uuid("source_run_id"))
  }
}

extension FeedbackRecord.Score {
  fileprivate init?(_ value: JSONValue) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = number.intValue.map { .integer($0) } ?? .float(number.doubleValue)
    case .object(let tag): self = .float(tag["$float"]?.string == "nan" ? .nan : .infinity)
    default: return nil
    }
  }
}

extension FeedbackConfiguration {
  fileprivate init?(_ object: JSONObject) {
    switch object["type"]?.string {
    case "continuous":
      self = .continuous(
        minimum: object["min"]?.number?.doubleValue, maximum: object["max"]?.number?.doubleValue)
    case "categorical":
      self = .categorical(
        (object["categories"]?.array ?? []).compactMap(\.object).map {
          Category(value: $0["value"]?.number?.doubleValue ?? .nan, label: $0["label"]?.string)
        })
    case "freeform": self = .freeform
    default: return nil
    }
  }
}

extension JSONObject {
  /// A text, or what a tag says that JSON cannot: a time, or text with half a surrogate pair, which Swift's
  /// text never holds.
  fileprivate func text(_ key: String) -> String? {
    guard let tag = self[key]?.object else { return self[key]?.string }
    return tag["$datetime"]?.string ?? tag["$surrogate"]?.string?.replacing("\\ud800", with: "")
  }

  fileprivate func uuid(_ key: String) -> UUID? {
    guard let text = self[key]?.object?["$uuid"]?.string ?? self[key]?.string else { return nil }
    let digits = text.filter { $0 != "-" }
    guard digits.count == 32 else { return nil }
    var grouped = digits
    for place in [20, 16, 12, 8] {
      grouped.insert("-", at: grouped.index(grouped.startIndex, offsetBy: place))
    }
    return UUID(uuidString: grouped)
  }
}
