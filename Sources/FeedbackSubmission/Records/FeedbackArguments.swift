import Foundation
import StrictJSON

/// The arguments of one call of `create_feedback`, named, meant and checked as in LangSmith's Python SDK.
///
///     let arguments = try FeedbackArguments(["run_id": "0196…", "key": "correctness", "score": 0.9])
///     try await client.create(arguments.record)
///
/// `null` stands for an argument that is not given. Unlike the SDK, which warns and goes on, this refuses names that
/// it does not know: a misspelled one would lose what it brings.
public struct FeedbackArguments: Sendable, Equatable {
  public let record: FeedbackRecord
  /// How many attempts a call that waits for delivery makes before it leaves the record to a later one.
  public let stopAfterAttempt: Int

  public static let defaultAttempts = 10

  /// All names, in the order of the SDK's signature.
  public static let names = [
    "run_id", "key", "score", "value", "trace_id", "correction", "comment", "source_info",
    "feedback_source_type", "source_run_id", "feedback_id", "feedback_config", "stop_after_attempt",
    "project_id", "comparative_experiment_id", "feedback_group_id", "extra", "error", "session_id",
    "start_time",
    "extend_trace_retention", "address",
  ]

  /// - Throws: `FeedbackArgumentError`, which names the argument.
  public init(_ object: JSONObject) throws(FeedbackArgumentError) {
    for member in object.members where !Self.known.contains(ScalarKey(member.key)) {
      throw FeedbackArgumentError(argument: member.key, problem: .unknown)
    }
    let reader = ArgumentReader(object: object)
    stopAfterAttempt =
      try reader.take("stop_after_attempt", "a number of attempts, 1 or more") { value in
        value.number?.intValue.flatMap { $0 >= 1 ? $0 : nil }
      } ?? Self.defaultAttempts
    record = try reader.record()
  }

  private static let known = Set(names.map(ScalarKey.init))
}

extension ArgumentReader {
  fileprivate func record() throws(FeedbackArgumentError) -> FeedbackRecord {
    FeedbackRecord(
      id: try uuid("feedback_id"), target: try target(), key: try key(), score: try score(),
      value: try value(),
      comment: try text("comment"), correction: try correction(), source: try source(),
      configuration: try configuration(), comparativeExperimentID: try uuid("comparative_experiment_id"),
      groupID: try uuid("feedback_group_id"), extra: try finiteObject("extra"), error: try bool("error"),
      extendsTraceRetention: try required("extend_trace_retention", "true or false", \.bool) ?? true)
  }

  private func key() throws(FeedbackArgumentError) -> String {
    try required("key", "text", \.string) ?? "unnamed"
  }

  /// An argument that has a default other than nothing, so that `null` means nothing.
  private func required<Value>(
    _ name: String, _ words: String, _ read: (JSONValue) -> Value?
  ) throws(FeedbackArgumentError) -> Value? {
    if object[name]?.isNull ?? false { throw expected(words, at: name) }
    return try take(name, words, read)
  }

  private func target() throws(FeedbackArgumentError) -> FeedbackRecord.Target {
    let (trace, session, project) = (try uuid("trace_id"), try uuid("session_id"), try uuid("project_id"))
    let (run, address) = (try uuid("run_id") ?? trace, try address())
    if address != nil {
      for (name, value) in [("session_id", session), ("project_id", project)] where value != nil {
        throw FeedbackArgumentError(argument: "address", problem: .excludes(name))
      }
    }
    guard let run else {
      guard let project else { throw FeedbackArgumentError(argument: "run_id", problem: .noTarget) }
      // A project has no start; the time would be lost, or tell of a run that nobody names.
      guard object["start_time"]?.isNull ?? true else {
        throw FeedbackArgumentError(argument: "start_time", problem: .excludes("project_id"))
      }
      // The SDK lets a session override the project it is given beside.
      return .project(session ?? project)
    }
    guard project == nil else {
      let other = object["run_id"]?.isNull ?? true ? "trace_id" : "run_id"
      throw FeedbackArgumentError(argument: "project_id", problem: .excludes(other))
    }
    return .run(
      FeedbackRecord.RunReference(
        runID: run, traceID: trace, sessionID: session, address: address, startTime: try startTime()))
  }

  private func startTime() throws(FeedbackArgumentError) -> String? {
    try take("start_time", "a time such as 2026-01-31T09:30:00Z") { $0.string.flatMap(WireTime.parsed) }
  }

  func score(_ name: String = "score") throws(FeedbackArgumentError) -> FeedbackRecord.Score? {
    try take(name, "a number, true or false", FeedbackRecord.Score.init)
  }

  func value() throws(FeedbackArgumentError) -> JSONValue? {
    try take("value", "an object, text, a number, true or false") {
      $0.array == nil ? $0.finite : Optional.none
    }
  }

  func correction() throws(FeedbackArgumentError) -> JSONValue? {
    try take("correction", "an object or text") {
      $0.object != nil || $0.string != nil ? $0.finite : Optional.none
    }
  }

  private func source() throws(FeedbackArgumentError) -> FeedbackRecord.Source {
    let metadata = try finiteObject("source_info") ?? JSONObject()
    if let run = metadata["__run"]?.object {
      guard
        try ArgumentReader(object: run, path: "source_info.__run").uuid("run_id") != nil
          || run["run_id"] == nil
      else { throw expected("a UUID", at: "source_info.__run.run_id") }
    }
    let kind = try choice("feedback_source_type", of: FeedbackRecord.Source.Kind.self)
    return FeedbackRecord.Source(kind: kind ?? .api, metadata: metadata, runID: try uuid("source_run_id"))
  }
}

extension FeedbackRecord.Score {
  init?(_ value: JSONValue) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .number(let number) where number.isInteger:
      guard let integer = number.intValue else { return nil }
      self = .integer(integer)
    case .number(let number): self = .float(number.doubleValue)
    default: return nil
    }
  }
}
