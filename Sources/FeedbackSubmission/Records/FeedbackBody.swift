import Foundation
import Identifiers
import StrictJSON

/// The request bodies made of a record's content.
enum FeedbackBody {
  /// For `POST /feedback`: id and times, then the content's members.
  static func create(id: UUID, createdAt: Int64, modifiedAt: Int64, content: FeedbackContent) -> [UInt8] {
    let head =
      #"{"id":"\#(id.lowercaseString)","created_at":"\#(WireTime.text(microseconds: createdAt))","#
      + #""modified_at":"\#(WireTime.text(microseconds: modifiedAt))","#
    return Array(head.utf8) + content.json.dropFirst()
  }

  /// For `PATCH /feedback/{id}`: all that can be changed there, `null` where the content has nothing.
  static func update(content: FeedbackContent) -> [UInt8] {
    var changes = JSONObject()
    for key in changeableKeys { changes[key] = content.object[key] ?? .null }
    return JSONValue.object(changes).utf8()
  }

  static let changeableKeys = ["score", "value", "correction", "comment"]
}

extension FeedbackContent {
  /// Content is ours, and begins with the run if it is about one.
  var isAboutRun: Bool { json.starts(with: Self.runMark) }

  private static let runMark = Array(#"{"run_id":"#.utf8)

  /// Empty if the content is not ours, which the outbox rules out.
  var object: JSONObject {
    guard case .object(let object)? = try? JSONParser.parse(json) else { return JSONObject() }
    return object
  }
}
