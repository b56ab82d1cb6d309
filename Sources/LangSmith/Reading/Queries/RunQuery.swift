import Foundation
import Identifiers
import StrictJSON

/// Which runs to list, and what of them.
public struct RunQuery: Sendable, Equatable {
  public var sessionIDs: [UUID] = []
  public var ids: [UUID] = []
  public var referenceExampleIDs: [UUID] = []
  public var traceID: UUID?
  public var parentRunID: UUID?
  /// Whether to list only the first run of each trace.
  public var isRoot: Bool?
  public var runType: String?
  public var hasError: Bool?
  /// Runs that started then or later.
  public var startTime: String?
  /// Words to search for.
  public var search: String?
  /// An expression of LangSmith's filter language, for the run, for the root of its trace, for any run of its trace.
  public var filter: String?
  public var traceFilter: String?
  public var treeFilter: String?
  /// The names of what is wanted of each run.
  public var select = Self.everyday
  /// How many at most.
  public var limit: Int?

  public init(sessionIDs: [UUID] = [], isRoot: Bool? = nil) {
    self.sessionIDs = sessionIDs
    self.isRoot = isRoot
  }

  /// What LangSmith's SDK asks for.
  public static let everyday = [
    "app_path", "completion_cost", "completion_tokens", "dotted_order", "end_time", "error", "events",
    "extra",
    "feedback_stats", "first_token_time", "id", "inputs", "name", "outputs", "parent_run_id",
    "parent_run_ids", "prompt_cost", "prompt_tokens", "reference_example_id", "run_type", "s3_urls",
    "session_id", "start_time", "status", "tags", "total_cost", "total_tokens", "trace_id",
  ]

  var body: JSONValue {
    var body = JSONObject()
    body.setIDs("session", sessionIDs)
    body.setText("run_type", runType)
    body.setIDs("reference_example", referenceExampleIDs)
    body.setText("query", search)
    body.setText("filter", filter)
    body.setText("trace_filter", traceFilter)
    body.setText("tree_filter", treeFilter)
    body["is_root"] = isRoot.map(JSONValue.bool)
    body.setText("parent_run", parentRunID?.lowercaseString)
    body.setText("start_time", startTime)
    body["error"] = hasError.map(JSONValue.bool)
    body.setIDs("id", ids)
    body.setText("trace", traceID?.lowercaseString)
    body.setTexts("select", select)
    // More on one page is refused.
    body["limit"] = limit.map { .number(JSONNumber(min($0, LangSmithClient.longestPage))) }
    return .object(body)
  }
}

/// Which runs to list with the second generation of calls, and what of them.
public struct RunQueryV2: Sendable, Equatable {
  /// These, or a reference dataset.
  public var sessionIDs: [UUID] = []
  public var referenceDatasetID: UUID?
  public var ids: [UUID] = []
  public var referenceExampleIDs: [UUID] = []
  public var traceID: UUID?
  public var isRoot: Bool?
  /// Such as `LLM`.
  public var runType: String?
  public var hasError: Bool?
  /// Without it the server looks back for a day only, unless a reference dataset is given.
  public var minStartTime: String?
  public var maxStartTime: String?
  public var filter: String?
  public var traceFilter: String?
  public var treeFilter: String?
  /// The names of what is wanted of each run. Without any, the server gives nothing but ids.
  public var select = Self.everyday
  /// At most 1000.
  public var pageSize: Int?

  public init(sessionIDs: [UUID] = [], isRoot: Bool? = nil) {
    self.sessionIDs = sessionIDs
    self.isRoot = isRoot
  }

  /// What feedback on a run needs, and what people want to see of it.
  public static let everyday = [
    "ID", "NAME", "RUN_TYPE", "STATUS", "START_TIME", "END_TIME", "INPUTS", "OUTPUTS", "PARENT_RUN_IDS",
    "PROJECT_ID", "TRACE_ID", "DOTTED_ORDER", "REFERENCE_EXAMPLE_ID", "ERROR", "TAGS", "EXTRA",
  ]

  /// Earlier than any run.
  public static let beginning = "2000-01-01T00:00:00+00:00"

  var body: JSONValue {
    var body = JSONObject()
    body.setText("filter", filter)
    body["has_error"] = hasError.map(JSONValue.bool)
    body.setIDs("ids", ids)
    body["is_root"] = isRoot.map(JSONValue.bool)
    body.setText("max_start_time", maxStartTime)
    body.setText("min_start_time", minStartTime)
    body["page_size"] = pageSize.map { .number(JSONNumber($0)) }
    body.setIDs("project_ids", sessionIDs)
    body.setText("reference_dataset_id", referenceDatasetID?.lowercaseString)
    body.setIDs("reference_examples", referenceExampleIDs)
    body.setText("run_type", runType)
    body.setTexts("selects", select)
    body.setText("trace_filter", traceFilter)
    body.setText("trace_id", traceID?.lowercaseString)
    body.setText("tree_filter", treeFilter)
    return .object(body)
  }
}
