import FeedbackSubmission
import Foundation

/// A record's body in the form in which it travels in batches: what is not set is written out as `null`, the source
/// names a user, and there is no word about the retention of traces.
struct BatchRecord {
  /// The members of a body as they begin, in the order in which the Python SDK sends them.
  private static let members: [[UInt8]] = [
    "id", "created_at", "modified_at", "run_id", "trace_id", "key", "score", "value", "comment", "correction",
    "feedback_source", "session_id", "start_time", "comparative_experiment_id", "feedback_group_id", "extra",
    "feedback_config", "error",
  ].map(beginning)

  private static let source = beginning("feedback_source")
  fileprivate static let retention = beginning("extend_trace_retention")
  private static let null = Array("null".utf8)
  private static let user = Array(#","user_id":null,"user_name":null}"#.utf8)
  /// Our bodies begin with the id, two times and the run.
  private static let trace = beginning("trace_id")
  private static let traceIndex = 4
  /// Our bodies end with the word about retention, and perhaps one about an error.
  private static let ends = ["}", #","error":true}"#, #","error":false}"#].map {
    Array((#""extend_trace_retention":false"# + $0).utf8)
  }

  private static func beginning(_ key: String) -> [UInt8] { Array("\"\(key)\":".utf8) }

  /// Whether the body, which is one of ours, may go in a batch: its trace is known, and the trace's retention is left
  /// as batches leave it.
  static func canBeMade(of body: [UInt8]) -> Bool {
    let hasTrace = body.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      guard scanner.skip(UInt8(ascii: "{")) else { return false }
      for _ in 0..<traceIndex { scanner.skipMember() }
      return scanner.skip(trace)
    }
    return hasTrace && !ends.contains { body.hasSuffix($0) }
  }

  /// More bytes than a batch record has beyond the body it is made of: the nulls, and the part's head.
  static let overhead = 512

  /// Appends the record that `body`, which is one of ours, becomes.
  static func append(_ body: [UInt8], to output: inout [UInt8]) {
    body.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      _ = scanner.skip(UInt8(ascii: "{"))
      var separator = UInt8(ascii: "{")
      for member in members {
        output.append(separator)
        separator = UInt8(ascii: ",")
        output += member
        guard let value = scanner.value(of: member) else {
          output += null
          continue
        }
        let isSource = member == source
        output += UnsafeBufferPointer(rebasing: bytes[isSource ? value.dropLast() : value])
        if isSource { output += user }
      }
    }
    output.append(UInt8(ascii: "}"))
  }
}

extension JSONScanner {
  /// The value of the member that begins so, if it is next; the word about retention is passed over.
  fileprivate mutating func value(of member: [UInt8]) -> Range<Int>? {
    if skip(BatchRecord.retention) { endMember() }
    guard skip(member), let value = value() else { return nil }
    _ = skip(UInt8(ascii: ","))
    return value
  }

  fileprivate mutating func skipMember() {
    guard string() != nil, skip(UInt8(ascii: ":")) else { return }
    endMember()
  }

  private mutating func endMember() {
    _ = value()
    _ = skip(UInt8(ascii: ","))
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool {
    count >= end.count && self[(count - end.count)...] == end[...]
  }
}
