import FeedbackSubmission
import Foundation
import StrictJSON

@testable import LangSmith

/// A call of LangSmith's SDK, made with ours.
struct RecordedCall {
  let client: LangSmithClient
  let arguments: JSONObject
  /// Of what was recorded to be sent: where the SDK makes up an id or a time.
  let body: JSONObject?

  typealias Perform = @Sendable (RecordedCall) async throws -> Void

  static let methods = Set(calls.keys)

  func perform(_ method: String) async throws {
    try await Self.calls[method]?(self)
  }

  static let calls: [String: Perform] = [
    "list_projects": { try await $0.listProjects() },
    "read_project": { try await $0.readProject() },
    "list_datasets": { try await $0.listDatasets() },
    "read_dataset": { try await $0.readDataset() },
    "list_runs": { try await $0.listRuns() },
    "list_examples": { try await $0.listExamples() },
    "read_example": {
      _ = try await $0.client.example(id: $0.id("example_id"), asOf: $0.text("as_of"))
    },
    "list_feedback": { try await $0.listFeedback() },
    "read_feedback": { _ = try await $0.client.feedback(id: $0.id("feedback_id")) },
    "create_feedback_config": {
      _ = try await $0.client.createFeedbackConfig(
        key: $0.text("feedback_key") ?? "", config: $0.object("feedback_config") ?? JSONObject(),
        isLowerScoreBetter: $0.bool("is_lower_score_better"), isEnforced: $0.bool("is_enforced") ?? false)
    },
    "list_feedback_configs": {
      _ = try await $0.client.feedbackConfigs(
        keys: $0.texts("feedback_key"), nameContains: $0.text("name_contains"),
        includesAll: $0.bool("include_all_configs") ?? false, isEnforced: $0.bool("is_enforced"),
        offset: $0.integer("offset") ?? 0, limit: $0.integer("limit")
      ).all()
    },
    "update_feedback_config": {
      _ = try await $0.client.updateFeedbackConfig(
        key: $0.text("feedback_key") ?? "", id: $0.optionalID("config_id"),
        config: $0.object("feedback_config"),
        isLowerScoreBetter: $0.bool("is_lower_score_better"))
    },
    "delete_feedback_config": {
      if let id = $0.optionalID("config_id") { return try await $0.client.deleteFeedbackConfig(id: id) }
      try await $0.client.deleteFeedbackConfig(key: $0.text("feedback_key") ?? "")
    },
    "create_comparative_experiment": { try await $0.createComparativeExperiment() },
    "list_annotation_queues": {
      var query = AnnotationQueueQuery()
      query.ids = $0.ids("queue_ids")
      query.name = $0.text("name")
      query.nameContains = $0.text("name_contains")
      query.limit = $0.integer("limit")
      _ = try await $0.client.annotationQueues(query).all()
    },
    "read_annotation_queue": { _ = try await $0.client.annotationQueue(id: $0.id("queue_id")) },
    "get_run_from_annotation_queue": {
      _ = try await $0.client.queueItem(of: $0.id("queue_id"), at: $0.integer("index") ?? 0)
    },
    "list_runs_from_annotation_queue": {
      _ = try await $0.client.queueItems(
        of: $0.id("queue_id"), status: $0.status, limit: $0.integer("limit")
      ).all()
    },
    "add_runs_to_annotation_queue": {
      if $0.arguments["runs"] == nil {
        try await $0.client.addRuns($0.ids("run_ids"), toQueue: $0.id("queue_id"))
      } else {
        try await $0.client.addRuns($0.runKeys("runs", session: "session_id"), toQueue: $0.id("queue_id"))
      }
    },
    "delete_run_from_annotation_queue": {
      try await $0.client.removeItem($0.id("run_id"), fromQueue: $0.id("queue_id"))
    },
    "sessions.list_v2": { try await $0.listSessionsV2() },
    "sessions.list": { try await $0.listSessionsV2() },
    "sessions.retrieve_v2": { _ = try await $0.client.v2.session(id: $0.id("session_id")) },
    "sessions.retrieve": { _ = try await $0.client.v2.session(id: $0.id("session_id")) },
    "runs.query_v2": { try await $0.listRunsV2() },
    "runs.query": { try await $0.listRunsV2() },
    "runs.retrieve_v2": { try await $0.readRunV2() },
    "runs.retrieve": { try await $0.readRunV2() },
    "datasets.experiment_runs.query": { try await $0.listExperimentRuns() },
    "annotation_queues.retrieve_annotation_queues": { try await $0.listQueuesV2() },
    "annotation_queues.retrieve": { _ = try await $0.client.v2.annotationQueue(id: $0.id("queue_id")) },
    "annotation_queues.items.list": { try await $0.listQueueItemsV2() },
    "annotation_queues.items.create": {
      try await $0.client.v2.addRuns($0.runKeys("items", session: "project_id"), toQueue: $0.id("queue_id"))
    },
    "annotation_queues.items.delete_all": {
      try await $0.client.v2.removeItems($0.ids("item_ids"), fromQueue: $0.id("queue_id"))
    },
    "annotation_queues.items.retrieve_count": {
      _ = try await $0.client.v2.queueItemCount(of: $0.id("queue_id"), status: $0.status ?? .needsMyReview)
    },
    "annotation_queues.items.create_status": {
      try await $0.client.v2.markQueueItem(
        $0.id("queue_item_id"), as: $0.text("status").flatMap(QueueMark.init))
    },
  ]
}

// MARK: Arguments

extension RecordedCall {
  struct MissingArgument: Error {
    let name: String
  }

  func text(_ name: String) -> String? {
    arguments[name]?.string ?? arguments[name]?.object?["$datetime"]?.string
      ?? arguments[name]?.object?["$uuid"]?.string
  }

  func texts(_ name: String) -> [String] {
    if let single = text(name) { return [single] }
    return (arguments[name]?.array ?? []).compactMap { $0.string ?? $0.object?["$uuid"]?.string }
  }

  func integer(_ name: String) -> Int? { arguments[name]?.number?.intValue }

  func bool(_ name: String) -> Bool? { arguments[name]?.bool }

  func object(_ name: String) -> JSONObject? { arguments[name]?.object }

  func optionalID(_ name: String) -> UUID? { text(name).flatMap { UUID(uuidString: $0) } }

  func id(_ name: String) throws -> UUID {
    guard let id = optionalID(name) else { throw MissingArgument(name: name) }
    return id
  }

  func ids(_ name: String) -> [UUID] { texts(name).compactMap { UUID(uuidString: $0) } }

  var status: QueueStatus? {
    let name = text("status")
    return QueueStatus.allCases.first { $0.nameV1 == name || $0.nameV2 == name }
  }

  func runKeys(_ name: String, session: String) throws -> [RunKey] {
    try (arguments[name]?.array ?? []).compactMap(\.object).map { run in
      let key = RecordedCall(client: client, arguments: run, body: nil)
      return RunKey(
        runID: try key.id("run_id"), sessionID: try key.id(session), startTime: key.text("start_time") ?? "")
    }
  }
}

// MARK: Calls

extension RecordedCall {
  private func datasetID() async throws -> UUID? {
    if let id = optionalID("dataset_id") ?? optionalID("reference_dataset_id") { return id }
    guard let name = text("dataset_name") ?? text("reference_dataset_name") else { return nil }
    return try await client.dataset(named: name).id
  }

  private func listProjects() async throws {
    var query = SessionQuery(referenceDatasetID: try await datasetID())
    query.ids = ids("project_ids")
    query.name = text("name")
    query.nameContains = text("name_contains")
    query.isReferenceFree = bool("reference_free")
    query.includesStatistics = bool("include_stats")
    query.datasetVersion = text("dataset_version")
    query.metadata = object("metadata")
    query.limit = integer("limit")
    _ = try await client.sessions(query).all()
  }

  private func readProject() async throws {
    let includesStatistics = bool("include_stats") ?? false
    if let id = optionalID("project_id") {
      _ = try await client.session(id: id, includesStatistics: includesStatistics)
    } else {
      _ = try await client.session(
        named: text("project_name") ?? "", includesStatistics: includesStatistics)
    }
  }

  private func listDatasets() async throws {
    var query = DatasetQuery()
    query.ids = ids("dataset_ids")
    query.dataType = text("data_type")
    query.name = text("dataset_name")
    query.nameContains = text("dataset_name_contains")
    query.metadata = object("metadata")
    query.limit = integer("limit")
    _ = try await client.datasets(query).all()
  }

  private func readDataset() async throws {
    if let id = optionalID("dataset_id") {
      _ = try await client.dataset(id: id)
    } else {
      _ = try await client.dataset(named: text("dataset_name") ?? "")
    }
  }

  private func listRuns() async throws {
    var query = RunQuery(sessionIDs: ids("project_id"), isRoot: bool("is_root"))
    for name in texts("project_name") { query.sessionIDs.append(try await client.session(named: name).id) }
    query.ids = ids("run_ids")
    query.referenceExampleIDs = ids("reference_example_id")
    query.traceID = optionalID("trace_id")
    query.parentRunID = optionalID("parent_run_id")
    query.runType = text("run_type")
    query.hasError = bool("error")
    query.startTime = text("start_time")
    query.search = text("query")
    query.filter = text("filter")
    query.traceFilter = text("trace_filter")
    query.treeFilter = text("tree_filter")
    if !texts("select").isEmpty { query.select = texts("select") }
    query.limit = integer("limit")
    _ = try await client.runs(query).all()
  }

  private func listExamples() async throws {
    var query = ExampleQuery(datasetID: try await datasetID())
    query.ids = ids("example_ids")
    query.asOf = text("as_of")
    query.splits = texts("splits")
    query.metadata = object("metadata")
    query.filter = text("filter")
    query.select = texts("select")
    if bool("include_attachments") == true {
      query.select += ["attachment_urls", "outputs", "metadata"].filter { !query.select.contains($0) }
    }
    query.excludesDefaultFields = bool("exclude_default_fields") ?? false
    query.inlinesLargeValues = bool("inline_s3_urls") ?? true
    query.offset = integer("offset") ?? 0
    query.limit = integer("limit")
    _ = try await client.examples(query).all()
  }

  private func listFeedback() async throws {
    var query = FeedbackQuery(runIDs: ids("run_ids"))
    query.keys = texts("feedback_key")
    query.sources = texts("feedback_source_type")
    query.sessionIDs = ids("session")
    query.comparativeExperimentID = optionalID("comparative_experiment_id")
    query.hasScore = bool("has_score")
    query.hasComment = bool("has_comment")
    query.level = text("level")
    query.minCreatedAt = text("min_created_at")
    query.maxCreatedAt = text("max_created_at")
    query.limit = integer("limit")
    _ = try await client.feedback(query).all()
  }

  private func createComparativeExperiment() async throws {
    let id = optionalID("id") ?? body?["id"]?.string.flatMap { UUID(uuidString: $0) } ?? UUID()
    let time = text("created_at") ?? body?["created_at"]?.string
    _ = try await client.createComparativeExperiment(
      id: id, name: text("name") ?? "", experimentIDs: ids("experiments"),
      referenceDatasetID: optionalID("reference_dataset"), description: text("description"),
      createdAt: time, metadata: object("metadata"))
  }

  private func listSessionsV2() async throws {
    var query = SessionQueryV2()
    query.types = texts("type")
    query.ids = ids("id")
    query.name = text("name")
    query.nameContains = text("name_contains")
    query.referenceDatasetIDs = ids("reference_dataset_id")
    query.datasetVersion = text("dataset_version")
    query.filter = text("filter")
    query.includesStatistics = bool("include_stats")
    query.sortBy = text("sort_by")
    query.sortOrder = text("sort_order")
    query.pageSize = integer("page_size")
    _ = try await client.v2.sessions(query).all()
  }

  private func listRunsV2() async throws {
    var query = RunQueryV2(sessionIDs: ids("project_ids"), isRoot: bool("is_root"))
    query.referenceDatasetID = optionalID("reference_dataset_id")
    query.ids = ids("ids")
    query.referenceExampleIDs = ids("reference_examples")
    query.traceID = optionalID("trace_id")
    query.runType = text("run_type")
    query.hasError = bool("has_error")
    query.minStartTime = text("min_start_time")
    query.maxStartTime = text("max_start_time")
    query.filter = text("filter")
    query.traceFilter = text("trace_filter")
    query.treeFilter = text("tree_filter")
    query.select = texts("selects")
    query.pageSize = integer("page_size")
    _ = try await client.v2.runs(query).all()
  }

  private func readRunV2() async throws {
    _ = try await client.v2.run(
      id: id("run_id"), sessionID: id("project_id"), startTime: text("start_time"), select: texts("selects"))
  }

  private func listExperimentRuns() async throws {
    var query = ExperimentRunQuery(datasetID: try id("dataset_id"), experimentIDs: ids("experiment_ids"))
    query.comparativeExperimentID = optionalID("comparative_experiment_id")
    query.exampleIDs = ids("example_ids")
    for filter in object("filters")?.members ?? [] {
      guard let id = UUID(uuidString: filter.key) else { continue }
      query.filters[id] = (filter.value.array ?? []).compactMap(\.string)
    }
    query.select = texts("selects")
    query.pageSize = integer("page_size")
    _ = try await client.v2.examples(query).all()
  }

  private func listQueuesV2() async throws {
    var query = AnnotationQueueQueryV2()
    query.ids = ids("ids")
    query.name = text("name")
    query.nameContains = text("name_contains")
    query.kind = text("queue_type").map { $0 == "pairwise" ? .pairwise : .single }
    query.isAssignedToMe = bool("assigned_to_me")
    query.datasetID = optionalID("dataset_id")
    query.includesRubricKeys = bool("include_rubric_keys")
    query.sortBy = text("sort_by")
    query.sortsDescending = bool("sort_by_desc")
    query.pageSize = integer("limit")
    _ = try await client.v2.annotationQueues(query).all()
  }

  private func listQueueItemsV2() async throws {
    var query = QueueItemQuery(status: status ?? .needsMyReview)
    query.kind = text("item_type").map { $0 == "THREAD" ? .thread : .run }
    query.direction = text("direction")
    query.minStartTime = text("min_start_time")
    query.maxStartTime = text("max_start_time")
    query.pageSize = integer("page_size")
    _ = try await client.v2.queueItems(of: id("queue_id"), query).all()
  }
}
