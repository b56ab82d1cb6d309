import FeedbackSubmission
import Foundation

/// A record's body in the form in which it travels in batches: what is not set is written out as `null`, the source
/// names a user, and there is no word about the retention of traces.
struct BatchRecord {
  /// The members of a body, in the order in which the Python SDK sends them.
  private static let keys: [[UInt8]] = [
    "id", "created_at", "modified_at", "run_id", "trace_id", "key", "score", "value", "comment", "correction",
    "feedback_source", "session_id", "start_time", "comparative_experiment_id", "feedback_group_id", "extra",
    "feedback_config", "error",
  ].map { Array($0.utf8) }

  private static let null = Array("null".utf8)[...]
  private static let user = Array(#","user_id":null,"user_name":null}"#.utf8)
  private static let retention = Array("extend_trace_retention".utf8)
  private static let traceKey = Array("trace_id".utf8)
  /// Our bodies begin with the id, two times and the run.
  private static let traceIndex = 4
  /// Our bodies end with the word about retention, and perhaps one about an error.
  private static let ends = ["}", #","error":true}"#, #","error":false}"#].map {
    Array((#""extend_trace_retention":false"# + $0).utf8)
  }

  /// Whether the body, which is one of ours, may go in a batch: its trace is known, and the trace's retention is left
  /// as batches leave it.
  static func canBeMade(of body: [UInt8]) -> Bool {
    var members = JSONMembers(body[...])
    for _ in 0..<traceIndex { _ = members?.next() }
    guard let member = members?.next(), member.key.elementsEqual(traceKey) else { return false }
    return !ends.contains { body.suffix($0.count).elementsEqual($0) }
  }

  /// More bytes than a batch record has beyond the body it is made of: the nulls, and the part's head.
  static let overhead = 512

  /// Appends the record that `body`, which is one of ours, becomes.
  static func append(_ body: [UInt8], to output: inout [UInt8]) {
    var members = JSONMembers(body[...])
    var member = members?.next()
    var separator = UInt8(ascii: "{")
    for key in keys {
      output.append(separator)
      separator = UInt8(ascii: ",")
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: key)
      output.append(UInt8(ascii: "\""))
      output.append(UInt8(ascii: ":"))
      if let found = member, found.key.elementsEqual(retention) { member = members?.next() }
      if let found = member, found.key.elementsEqual(key) {
        appendValue(found.value, isSource: key == sourceKey, to: &output)
        member = members?.next()
      } else {
        output.append(contentsOf: null)
      }
    }
    output.append(UInt8(ascii: "}"))
  }

  private static let sourceKey = Array("feedback_source".utf8)

  private static func appendValue(_ value: ArraySlice<UInt8>, isSource: Bool, to output: inout [UInt8]) {
    output.append(contentsOf: isSource ? value.dropLast() : value)
    if isSource { output.append(contentsOf: user) }
  }
}
