import Foundation
import StrictJSON

@testable import FeedbackSubmission

/// A recorded call of `create_feedback`, read as the command line and other programs give theirs.
struct WireCall {
  let id: UUID
  let record: FeedbackRecord

  /// - Parameter generated: The id that was made for a call that brings none.
  /// - Throws: `FeedbackArgumentError`.
  init?(_ arguments: JSONObject, generated: UUID? = nil) throws {
    var record = try FeedbackArguments(arguments.plain).record
    // What JSON has no word for.
    if let tag = arguments["score"]?.object {
      record.score = .float(tag["$float"]?.string == "nan" ? .nan : .infinity)
    }
    guard let id = record.id ?? generated else { return nil }
    self.id = id
    self.record = record
  }
}

extension JSONObject {
  /// Without the recorder's tags, and without arguments that the SDK ignores but for a warning.
  var plain: JSONObject {
    var plain = JSONObject()
    for member in members where FeedbackArguments.names.contains(member.key) {
      plain[member.key] = member.value.plain
    }
    return plain
  }
}

extension JSONValue {
  fileprivate var plain: JSONValue? {
    guard let tag = object else { return self }
    if tag["$float"] != nil { return nil }
    if let half = tag["$surrogate"]?.string {
      // Swift's text never holds half a surrogate pair; the SDK drops it.
      return .string(half.replacing("\\ud800", with: ""))
    }
    return tag["$datetime"] ?? tag["$uuid"] ?? self
  }
}
