import FeedbackSubmission
import Foundation
import GRDB
import Identifiers
import Preference
import StrictJSON

/// What the feedback server should have of a judgment: one group, with one record for each candidate that was placed.
struct FeedbackMapping {
  let comparison: Comparison
  let settings: WorkspaceSettings

  /// Makes the outbox want what `judgment` says, or nothing where it gives no feedback.
  ///
  /// - Parameter lineage: Of the rater's judgments of the comparison, also when none holds any more.
  func deliver(_ judgment: Judgment?, lineage: UUID, now: Date, in db: Database) throws {
    if let group = judgment.flatMap(group) {
      try Outbox.set(group, now: now, in: db)
    } else {
      try Outbox.retract(groupID: groupID(lineage: lineage), now: now, in: db)
    }
  }

  /// `nil` if there is nothing to tell the server: the comparison could not be judged, or a placed candidate has no run.
  /// A preference of which the server can know only one side is worse than none.
  func group(_ judgment: Judgment) -> FeedbackGroup? {
    let placements = Placement.all(of: judgment, candidateCount: comparison.candidates.count)
    let records = placements.compactMap { record(of: $0, in: judgment) }
    guard !records.isEmpty, records.count == placements.count else { return nil }
    return FeedbackGroup(
      id: groupID(lineage: judgment.lineage), namespace: judgment.lineage, records: records)
  }

  /// One for a lineage and criterion, the same whenever it is asked for.
  private func groupID(lineage: UUID) -> UUID {
    .version5(namespace: lineage, name: "group\u{1F}\(key)")
  }

  private var key: String { comparison.candidates.count == 2 ? "pairwise_preference" : "ranked_preference" }

  private func record(of placement: Placement, in judgment: Judgment) -> FeedbackRecord? {
    guard let run = comparison.candidates[placement.candidate].run else { return nil }
    let target = FeedbackRecord.RunReference(
      runID: run.runID, traceID: run.traceID, sessionID: run.sessionID, startTime: run.startTime)
    var record = FeedbackRecord(
      target: .run(target), key: key, source: .init(metadata: metadata(of: placement, in: judgment)),
      extendsTraceRetention: settings.extendsTraceRetention)
    record.score = .float(placement.score)
    record.value = .string(placement.words)
    record.comment = judgment.comment
    record.configuration = .continuous(minimum: 0, maximum: 1)
    record.comparativeExperimentID = settings.comparativeExperimentID
    return record
  }

  /// What LangSmith has no field for.
  private func metadata(of placement: Placement, in judgment: Judgment) -> JSONObject {
    var members: [(String, JSONValue)] = [
      ("judgment_id", .string(judgment.id.lowercaseString)), ("revision", number(judgment.revision)),
      ("rater", .string(judgment.rater)), ("verdict", .string(judgment.verdict.rawValue)),
    ]
    if case .ranked(let tier, let rank, _) = placement.place {
      members += [("tier", number(tier)), ("rank", number(rank))]
    }
    members.append(("of", number(placement.of)))
    if let position = judgment.orderShown.firstIndex(of: placement.candidate) {
      members.append(("position_shown", number(position + 1)))
    }
    members += [
      ("order_shown", .array(judgment.orderShown.map(number))),
      ("milliseconds", number(judgment.elapsedMilliseconds)),
      ("program_version", .string(judgment.programVersion)),
    ]
    return object([("podium", .object(object(members)))])
  }

  /// - Parameter members: No key twice. This is on the way of every judgment, and looking for keys takes its time.
  private func object(_ members: [(String, JSONValue)]) -> JSONObject {
    var object = JSONObject()
    for (key, value) in members { object.append(unique: .init(key: key, value: value)) }
    return object
  }

  private func number(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }
}
