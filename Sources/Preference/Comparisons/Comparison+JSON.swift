import Identifiers
import StrictJSON

/// Podium's own format, one object a comparison. What `ComparisonReader` read comes out again with the same
/// scalars, numbers spelled alike, and the members of metadata and outputs in their order; only absent
/// members that were written as `null` or `{}` are left out, and the top level has one order of members.
extension Comparison {
  package var json: JSONValue {
    var object = JSONObject()
    object["id"] = .string(id)
    object["prompt"] = prompt.json
    object["reference"] = reference.map(JSONValue.string)
    object["metadata"] = metadata.isEmpty ? nil : .object(metadata)
    object["candidates"] = .array(candidates.map(\.json))
    return .object(object)
  }

  /// Tells “the same again” from “changed under the same id”: equal comparisons have equal digests, whatever
  /// the order in which their members stood in the file. 20 bytes; no proof against someone who wants two to
  /// collide.
  package var digest: [UInt8] { Self.digest(ofBody: json.utf8()) }

  /// The digest of the comparison whose compact JSON is `body`.
  package static func digest(ofBody body: [UInt8]) -> [UInt8] { SHA1.digest(of: body) }
}

extension Prompt {
  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .messages(let messages): .array(messages.map(\.json))
    }
  }
}

extension Prompt.Message {
  package var json: JSONValue { ["role": .string(role), "content": .string(content)] }
}

extension Candidate {
  package var json: JSONValue {
    var object = JSONObject()
    object["id"] = id.map(JSONValue.string)
    object["model"] = model.map(JSONValue.string)
    switch output {
    case .text(let text): object["text"] = .string(text)
    case .structured(let outputs): object["outputs"] = .object(outputs)
    }
    for member in run?.json.members ?? [] { object[member.key] = member.value }
    object["metadata"] = metadata.isEmpty ? nil : .object(metadata)
    return .object(object)
  }
}

extension RunIdentity {
  /// The members that a candidate with this run has.
  package var json: JSONObject {
    var object = JSONObject()
    object["run_id"] = .string(runID.lowercaseString)
    object["trace_id"] = traceID.map { .string($0.lowercaseString) }
    object["session_id"] = sessionID.map { .string($0.lowercaseString) }
    object["start_time"] = startTime.map(JSONValue.string)
    return object
  }
}
