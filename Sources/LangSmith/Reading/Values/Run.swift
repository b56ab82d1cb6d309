import Foundation
import StrictJSON

/// A run, whichever generation of calls gave it: what the second calls otherwise is found under its first name.
public struct Run: Sendable, Equatable, IdentifiedWireObject {
  public let id: UUID
  /// As it was read.
  public let json: JSONObject

  public var name: String? { json.string("name") }
  /// Such as `llm`; in lower case.
  public var runType: String? { json.string("run_type")?.lowercased() }
  /// `success`, `error` or `pending`; in lower case.
  public var status: String? { json.string("status")?.lowercased() }
  /// As it was written: feedback on the run carries it unchanged.
  public var startTime: String? { json.string("start_time") }
  public var endTime: String? { json.string("end_time") }
  public var sessionID: UUID? { json.uuid("session_id") ?? json.uuid("project_id") }
  public var traceID: UUID? { json.uuid("trace_id") }
  public var parentRunID: UUID? {
    json.uuid("parent_run_id") ?? json.texts("parent_run_ids")?.last.flatMap { UUID(uuidString: $0) }
  }
  public var dottedOrder: String? { json.string("dotted_order") }
  /// The example that an experiment's run was made on.
  public var referenceExampleID: UUID? { json.uuid("reference_example_id") }
  /// `nil` also where they are too large to be sent along.
  public var inputs: JSONObject? { json.object("inputs") }
  /// `nil` for a run that failed or is not finished, and where they are too large to be sent along.
  public var outputs: JSONObject? { json.object("outputs") }
  public var error: String? { json.string("error") }
  public var tags: [String] { json.texts("tags") ?? [] }

  /// Whether the run has outputs that are kept elsewhere and were not sent along.
  public var hasDetachedOutputs: Bool {
    outputs == nil && !(json.object("outputs_s3_urls")?.isEmpty ?? true)
  }
}
