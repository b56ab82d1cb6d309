import FeedbackSubmission
import Foundation
import GRDB
import Identifiers
import Preference
import StrictJSON

/// What the feedback server should have of a judgment: a group for the order, with one record for each candidate that was
/// placed, and further ones for what no record of the order can hold.
struct FeedbackMapping {
  let comparison: Comparison
  let settings: WorkspaceSettings
  /// What the judgment answers to.
  var rubric: Rubric?

  /// Makes the outbox want what `judgment` says, and nothing that only the judgment before it said.
  ///
  /// - Parameters:
  ///   - former: The groups of what held until now.
  ///   - lineage: Of the rater's judgments of the comparison, also when none holds any more.
  func deliver(
    _ judgment: Judgment?, instead former: [UUID], lineage: UUID, now: Date, in db: Database
  ) throws {
    let groups = judgment.map(groups) ?? []
    let wanted = Set(groups.map(\.id))
    for id in former + [orderGroupID(lineage: lineage)] where !wanted.contains(id) {
      try Outbox.retract(groupID: id, now: now, in: db)
    }
    for group in groups { try Outbox.set(group, now: now, in: db) }
  }

  func groups(_ judgment: Judgment) -> [FeedbackGroup] {
    let order = group(judgment)
    let remarks = remarksGroup(judgment, withOrder: order != nil)
    return [order, secondRoundGroup(judgment), remarks].compactMap(\.self) + answerGroups(judgment)
  }

  /// The order. `nil` if there is nothing to tell the server: the comparison could not be judged, or a placed candidate has
  /// no run. A preference of which the server can know only one side is worse than none.
  func group(_ judgment: Judgment) -> FeedbackGroup? {
    let placements = Placement.all(of: judgment, candidateCount: comparison.candidates.count)
    let records = placements.compactMap { record(of: $0, in: judgment) }
    guard !records.isEmpty, records.count == placements.count else { return nil }
    return FeedbackGroup(
      id: orderGroupID(lineage: judgment.lineage), namespace: judgment.lineage, records: records)
  }

  /// One for a lineage and criterion, the same whenever it is asked for.
  func groupID(lineage: UUID, criterion: String) -> UUID {
    .version5(namespace: lineage, name: "group\u{1F}\(criterion)")
  }

  private func orderGroupID(lineage: UUID) -> UUID { groupID(lineage: lineage, criterion: orderKey) }

  private var orderKey: String {
    comparison.candidates.count == 2 ? "pairwise_preference" : "ranked_preference"
  }

  private func record(of placement: Placement, in judgment: Judgment) -> FeedbackRecord? {
    let metadata = metadata(of: placement.candidate, in: judgment, placement: placement)
    guard var record = emptyRecord(on: placement.candidate, key: orderKey, metadata) else { return nil }
    record.score = .float(placement.score)
    record.value = .string(placement.words)
    record.comment = judgment.remarks.words(on: placement.candidate, withComparison: true)
    record.correction = judgment.remarks.corrections[placement.candidate]?.feedbackCorrection
    record.configuration = .continuous(minimum: 0, maximum: 1)
    return record
  }

  /// `nil` if the candidate has no run.
  func emptyRecord(on candidate: Int, key: String, _ metadata: JSONObject) -> FeedbackRecord? {
    guard let run = comparison.candidates[candidate].run else { return nil }
    let target = FeedbackRecord.RunReference(
      runID: run.runID, traceID: run.traceID, sessionID: run.sessionID, startTime: run.startTime)
    return FeedbackRecord(
      target: .run(target), key: key, source: .init(metadata: metadata),
      comparativeExperimentID: settings.comparativeExperimentID,
      extendsTraceRetention: settings.extendsTraceRetention)
  }

  /// What LangSmith has no field for.
  func metadata(
    of candidate: Int, in judgment: Judgment, placement: Placement? = nil, criterion: Criterion? = nil,
    origin: CorrectionOrigin? = nil
  ) -> JSONObject {
    var members: [(String, JSONValue)] = [
      ("judgment_id", .string(judgment.id.lowercaseString)), ("revision", number(judgment.revision)),
      ("rater", .string(judgment.rater)), ("verdict", .string(judgment.verdict.rawValue)),
    ]
    if case .ranked(let tier, let rank, _)? = placement?.place {
      members += [("tier", number(tier)), ("rank", number(rank))]
    }
    if let placement { members.append(("of", number(placement.of))) }
    if let criterion { members.append(("scope", .string(criterion.scope.rawValue))) }
    if let origin { members.append(("correction_of", .object(origin.metadata))) }
    if let position = judgment.orderShown.firstIndex(of: candidate) {
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
