import Foundation
import Identifiers
import StrictJSON

/// Reads a comparison in Podium's own format:
///
///     {"id", "prompt": text or [{"role", "content"}], "reference"?: text, "metadata"?: {},
///      "candidates": [{"id"?, "model"?, "text": text or "outputs": {}, "run_id"?, "trace_id"?, "session_id"?,
///                      "start_time"?, "metadata"?: {}}]}
///
/// `null` stands for an absent member.
package enum ComparisonReader {
  package static func comparison(from bytes: some Collection<UInt8>) throws(RecordFault) -> Comparison {
    let value: JSONValue
    do { value = try JSONParser.parse(bytes) } catch { throw RecordFault(error) }
    return try comparison(from: value)
  }

  package static func comparison(from value: JSONValue) throws(RecordFault) -> Comparison {
    let record = Field(value: value, path: .record)
    try record.allowOnly(["id", "prompt", "reference", "metadata", "candidates"])
    return Comparison(
      id: try record["id"].nonEmptyText(),
      prompt: try prompt(from: record["prompt"]),
      reference: try record.optional("reference")?.text(),
      metadata: try record.optional("metadata")?.object() ?? JSONObject(),
      candidates: try candidates(from: record["candidates"]))
  }

  private static func prompt(from field: Field) throws(RecordFault) -> Prompt {
    switch field.value {
    case .string(let text): return .text(text)
    case .array(let elements) where !elements.isEmpty:
      var messages: [Prompt.Message] = []
      for element in try field.elements(of: "messages") { messages.append(try message(from: element)) }
      return .messages(messages)
    default: throw field.fault(expected: "text or a list of messages")
    }
  }

  private static func message(from field: Field) throws(RecordFault) -> Prompt.Message {
    try field.allowOnly(["role", "content"])
    return Prompt.Message(role: try field["role"].nonEmptyText(), content: try field["content"].text())
  }

  private static func candidates(from field: Field) throws(RecordFault) -> [Candidate] {
    let elements = try field.elements(of: "two or more candidates")
    var candidates: [Candidate] = []
    var ids: Set<ScalarKey> = []
    var runs: Set<UUID> = []
    for element in elements {
      let candidate = try candidate(from: element)
      if let id = candidate.id, !ids.insert(ScalarKey(id)).inserted {
        throw element["id"].fault(expected: "an id that no other candidate has")
      }
      if let run = candidate.run?.runID, !runs.insert(run).inserted {
        throw element["run_id"].fault(expected: "a run that no other candidate has")
      }
      candidates.append(candidate)
    }
    guard candidates.count >= 2 else { throw field.fault(.setAside, expected: "two or more candidates") }
    return candidates
  }

  private static func candidate(from field: Field) throws(RecordFault) -> Candidate {
    try field.allowOnly([
      "id", "model", "text", "outputs", "run_id", "trace_id", "session_id", "start_time", "metadata",
    ])
    return Candidate(
      id: try field.optional("id")?.nonEmptyText(),
      model: try field.optional("model")?.text(),
      output: try output(from: field),
      run: try run(from: field),
      metadata: try field.optional("metadata")?.object() ?? JSONObject())
  }

  private static func output(from candidate: Field) throws(RecordFault) -> Candidate.Output {
    switch (candidate.optional("text"), candidate.optional("outputs")) {
    case (let text?, nil): .text(try text.text())
    case (nil, let outputs?): .structured(try outputs.object())
    case (nil, nil): throw candidate.fault(expected: "text or outputs")
    case (.some, .some): throw candidate.fault(expected: "text or outputs, not both")
    }
  }

  private static func run(from candidate: Field) throws(RecordFault) -> RunIdentity? {
    let trace = try candidate.optional("trace_id")?.uuid()
    let session = try candidate.optional("session_id")?.uuid()
    let startTime = try candidate.optional("start_time")?.timestamp()
    if let run = candidate.optional("run_id") {
      return RunIdentity(runID: try run.uuid(), traceID: trace, sessionID: session, startTime: startTime)
    }
    guard trace == nil, session == nil, startTime == nil else {
      throw candidate["run_id"].fault(
        expected: "a UUID, as the candidate names a trace, session or start time")
    }
    return nil
  }
}
