import ArgumentParser
import FeedbackSubmission
import Foundation
import StrictJSON

/// The arguments of `create_feedback`, an option each.
struct FeedbackArgumentOptions: ParsableArguments {
  @Option(help: "The run that the feedback is on.")
  var runID: String?

  @Option(help: "The name of the metric; unnamed without it.")
  var key: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A number, true or false; 1, 1.0 and true are different scores.", valueName: "json"))
  var score: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A number, true, false, an object, or text. Text that reads as JSON: in quotes.", valueName: "json"))
  var value: String?

  @Option(help: "The root run of the run's trace; alone, the feedback is on it.")
  var traceID: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What the run should have put out: an object, or text.", valueName: "json"))
  var correction: String?

  @Option(parsing: .unconditional, help: "Why.")
  var comment: String?

  @Option(help: ArgumentHelp("Where the feedback comes from: an object.", valueName: "json"))
  var sourceInfo: String?

  @Option(help: "api or model; api without it.")
  var feedbackSourceType: String?

  @Option(help: "The run that made the feedback, if a model did.")
  var sourceRunID: String?

  @Option(help: "The record's own id; a new one without it.")
  var feedbackID: String?

  @Option(
    help: ArgumentHelp(
      "How the key is to be read: an object with type, min, max, categories.", valueName: "json"))
  var feedbackConfig: String?

  @Option(help: "How many attempts in a row may fail before the feedback is left for later; 10 without it.")
  var stopAfterAttempt: String?

  @Option(help: "The project that the feedback is on as a whole, instead of a run.")
  var projectID: String?

  @Option(help: "The comparative experiment that the feedback belongs to.")
  var comparativeExperimentID: String?

  @Option(help: "Shared by the records of one comparison.")
  var feedbackGroupID: String?

  @Option(help: ArgumentHelp("An object. LangSmith may drop it; --source-info stays.", valueName: "json"))
  var extra: String?

  @Option(help: ArgumentHelp("Whether the run failed: true or false.", valueName: "bool"))
  var error: String?

  @Option(help: "The run's project. LangSmith asks for it.")
  var sessionID: String?

  @Option(help: "When the run started, such as 2026-01-31T09:30:00Z.")
  var startTime: String?

  @Option(
    help: ArgumentHelp("false leaves the trace in its cheaper retention; true without it.", valueName: "bool")
  )
  var extendTraceRetention: String?

  @Option(
    help: ArgumentHelp(
      #"The agent the run was traced to: {"kind": "AGENT", "id": …, "environment": …}."#, valueName: "json"))
  var address: String?

  /// How an option's text becomes an argument.
  private enum Form {
    case text
    case json
    /// JSON where it is JSON, else text.
    case either
  }

  /// What was given, named as in the SDK.
  var given: [(name: String, text: String)] { table.compactMap { row in row.text.map { (row.name, $0) } } }

  private var table: [(name: String, form: Form, text: String?)] {
    [
      ("run_id", .text, runID), ("key", .text, key), ("score", .json, score), ("value", .either, value),
      ("trace_id", .text, traceID), ("correction", .either, correction), ("comment", .text, comment),
      ("source_info", .json, sourceInfo), ("feedback_source_type", .text, feedbackSourceType),
      ("source_run_id", .text, sourceRunID), ("feedback_id", .text, feedbackID),
      ("feedback_config", .json, feedbackConfig), ("stop_after_attempt", .json, stopAfterAttempt),
      ("project_id", .text, projectID), ("comparative_experiment_id", .text, comparativeExperimentID),
      ("feedback_group_id", .text, feedbackGroupID), ("extra", .json, extra), ("error", .json, error),
      ("session_id", .text, sessionID), ("start_time", .text, startTime),
      ("extend_trace_retention", .json, extendTraceRetention), ("address", .json, address),
    ]
  }

  /// - Throws: `CommandFailure` that names the option.
  func read() throws -> FeedbackArguments {
    var object = JSONObject()
    for case (let name, let form, let text?) in table {
      object[name] = form == .text ? .string(text) : try OptionJSON.value(text, flag: Self.flag(name))
    }
    do {
      return try FeedbackArguments(object)
    } catch {
      throw CommandFailure(.usage, error.description(spelling: Self.flag))
    }
  }

  /// `--run-id` for `run_id`.
  static func flag(_ name: String) -> String { "--" + name.replacing("_", with: "-") }
}
