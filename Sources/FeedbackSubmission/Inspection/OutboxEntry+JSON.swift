import Foundation
import Identifiers
import StrictJSON

extension OutboxEntry {
  /// - Parameter bodies: What is sent of the records, if that is to be told.
  package func summary(bodies: [JSONObject]? = nil) -> JSONObject {
    let records = records.enumerated().map { index, record in
      JSONValue.object(record.summary(body: bodies?[index]))
    }
    var object: JSONObject = ["id": .string(id.lowercaseString), "state": .string(state.rawValue)]
    object["created_at"] = .string(WireTime.text(microseconds: createdAt.microsecondsSince1970))
    object["due_in_seconds"] = pause.map { JSONValue.number(JSONNumber(Int($0 / .seconds(1)))) }
    object["sender_pid"] = senderID.map { .number(JSONNumber(Int($0))) }
    object["trouble"] = trouble.map(JSONValue.string)
    object["verified_at"] = verifiedAt.map {
      .string(WireTime.text(microseconds: $0.microsecondsSince1970))
    }
    object["records"] = .array(records)
    return object
  }
}

extension OutboxEntry.Record {
  func summary(body: JSONObject? = nil) -> JSONObject {
    var object: JSONObject = [
      "id": .string(id.lowercaseString), "target": .string(target.lowercaseString), "key": .string(key),
      "state": .string(state.rawValue), "wanted": .bool(isWanted), "at_server": .string(presence.rawValue),
      "revision": .number(JSONNumber(revision)),
      "acknowledged_revision": .number(JSONNumber(acknowledgedRevision)),
      "failures": .number(JSONNumber(failures)),
      "created_at": .string(WireTime.text(microseconds: createdAt.microsecondsSince1970)),
      "modified_at": .string(WireTime.text(microseconds: modifiedAt.microsecondsSince1970)),
    ]
    object["next"] = nextOperation.map(JSONValue.string)
    object["due_in_seconds"] = pause.map { .number(JSONNumber(Int($0 / .seconds(1)))) }
    object["run_unknown_since"] = missingSince.map {
      .string(WireTime.text(microseconds: $0.microsecondsSince1970))
    }
    object["reason"] = reason.map(JSONValue.string)
    object["body"] = body.map(JSONValue.object)
    return object
  }
}
