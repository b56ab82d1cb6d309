import Foundation
import Identifiers
import StrictJSON

/// The request bodies made of a record's content.
enum FeedbackBody {
  /// For `POST /feedback`: id and times, then the content's members.
  static func create(id: UUID, createdAt: Int64, modifiedAt: Int64, content: FeedbackContent) -> [UInt8] {
    content.json.withUnsafeBytes {
      create(id: id, createdAt: createdAt, modifiedAt: modifiedAt, content: $0)
    }
  }

  static func create(
    id: UUID, createdAt: Int64, modifiedAt: Int64, content: UnsafeRawBufferPointer
  ) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(content.count + headSize)
    body += #"{"id":""#.utf8
    body.append(lowercase: id)
    body += #"","created_at":""#.utf8
    WireTime.append(microseconds: createdAt, to: &body)
    body += #"","modified_at":""#.utf8
    WireTime.append(microseconds: modifiedAt, to: &body)
    body += #"","#.utf8
    body.append(contentsOf: content.dropFirst())
    return body
  }

  /// What such a body was made of.
  static func content(ofCreation body: [UInt8]) -> FeedbackContent {
    FeedbackContent(json: [UInt8(ascii: "{")] + body.dropFirst(headSize))
  }

  /// What stands before the content's members. All ids and times that are sent are of the same length.
  private static let headSize =
    #"{"id":"","created_at":"","modified_at":"","#.utf8.count + 36 + 2
    * WireTime.text(microseconds: 0).utf8.count

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

extension [UInt8] {
  /// What `lowercaseString` says, without the string.
  package mutating func append(lowercase id: UUID) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { text in
      Swift.withUnsafeBytes(of: id.uuid) { bytes in
        var place = 0
        for (index, byte) in bytes.enumerated() {
          if index == 4 || index == 6 || index == 8 || index == 10 {
            text[place] = UInt8(ascii: "-")
            place += 1
          }
          text[place] = Self.hex(byte >> 4)
          text[place + 1] = Self.hex(byte & 0xF)
          place += 2
        }
      }
      append(contentsOf: text)
    }
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
