import FeedbackSubmission
import Foundation

/// A record's body in the form in which it travels in batches: what is not set is written out as `null`, the source
/// names a user, and there is no word about the retention of traces.
struct BatchRecord {
  /// The members of a body, in the order in which the Python SDK sends them.
  private static let members: [Member] = [
    "id", "created_at", "modified_at", "run_id", "trace_id", "key", "score", "value", "comment", "correction",
    "feedback_source", "session_id", "start_time", "comparative_experiment_id", "feedback_group_id", "extra",
    "feedback_config", "error",
  ].map(Member.init)

  private struct Member {
    /// As the member begins.
    let beginning: [UInt8]
    /// What is written where it is missing.
    let absence: [UInt8]
    /// What is written behind its value, instead of its last byte.
    let ending: [UInt8]?

    init(_ key: String) {
      beginning = BatchRecord.beginning(key)
      absence = beginning + Array("null,".utf8)
      ending = key == "feedback_source" ? BatchRecord.user : nil
    }
  }

  fileprivate static let retention = beginning("extend_trace_retention")
  private static let user = Array(#","user_id":null,"user_name":null},"#.utf8)
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

  /// Appends the record that `body`, which is one of ours, becomes. What stands in both is copied in one piece.
  static func append(_ body: [UInt8], to output: inout [UInt8]) {
    body.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      _ = scanner.skip(UInt8(ascii: "{"))
      output.append(UInt8(ascii: "{"))
      var copied = scanner.position
      /// All before a place that was not copied yet; at the body's end, its last member is followed by no comma.
      func copy(upTo place: Int, continuingAt next: Int) {
        if copied < place {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<place]))
          if place == bytes.count - 1 { output.append(UInt8(ascii: ",")) }
        }
        copied = next
      }
      for member in members {
        let place = scanner.position
        if scanner.skip(retention) {
          scanner.endMember()
          copy(upTo: place, continuingAt: scanner.position)
        }
        let start = scanner.position
        guard scanner.skip(member.beginning), let value = scanner.value() else {
          copy(upTo: start, continuingAt: start)
          output += member.absence
          continue
        }
        _ = scanner.skip(UInt8(ascii: ","))
        guard let ending = member.ending else { continue }
        copy(upTo: value.upperBound - 1, continuingAt: scanner.position)
        output += ending
      }
      copy(upTo: scanner.position, continuingAt: bytes.count)
    }
    // Instead of the last comma.
    output[output.count - 1] = UInt8(ascii: "}")
  }
}

extension JSONScanner {
  fileprivate mutating func skipMember() {
    guard string() != nil, skip(UInt8(ascii: ":")) else { return }
    endMember()
  }

  fileprivate mutating func endMember() {
    _ = value()
    _ = skip(UInt8(ascii: ","))
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool {
    count >= end.count && self[(count - end.count)...] == end[...]
  }
}
