import FeedbackSubmission
import Foundation
import LangSmith
import PreferenceStore
import StrictJSON

/// Compares a workspace with LangSmith, a page of groups at a time, and enters what it finds out.
struct WorkspaceVerification {
  let workspace: Workspace
  let client: LangSmithClient
  let scope: VerificationScope
  let repairs: Bool
  let progress: ReadingProgress

  /// What a pass over the workspace came to.
  struct Outcome {
    var tally = VerificationTally()
    /// The first of them.
    var findings: [VerificationFinding] = []
    /// Records that were made outstanding.
    var repaired = 0
    var repairedGroups: Set<UUID> = []
    /// A run's feedback is read again for each judgment of it.
    private var strangers: Set<UUID> = []

    /// More are counted, and not kept.
    static let findingLimit = 10_000

    mutating func add(_ verification: GroupVerification) {
      tally.add(verification)
      findings += verification.findings.prefix(Self.findingLimit - findings.count)
    }

    mutating func add(stranger id: UUID, _ record: JSONObject) {
      guard strangers.insert(id).inserted else { return }
      let finding = VerificationFinding(unknown: id, record)
      tally.add(finding)
      if findings.count < Self.findingLimit { findings.append(finding) }
    }
  }

  func run() async throws -> Outcome {
    var outcome = Outcome()
    switch scope {
    case .everything:
      try await checkGroups(&outcome) { try await FeedbackReadBack(client: client).read($0) }
    case .comparativeExperiment(let id):
      try await checkList(of: Self.query { $0.comparativeExperimentID = id }, isOurs: { _ in true }, &outcome)
    case .session(let id):
      try await checkList(of: Self.query { $0.sessionIDs = [id] }, isOurs: try own().claims, &outcome)
    case .run(let id):
      try await checkList(of: Self.query { $0.runIDs = [id] }, isOurs: try own().claims, &outcome)
    }
    return outcome
  }

  /// How the records of the scope are known at the server.
  private func own() throws -> OwnFeedback {
    var own = OwnFeedback()
    var next = Int64?.some(0)
    while let place = next {
      let page = try workspace.verifiableGroups(in: scope, after: place)
      own.add(page.groups)
      next = page.next
    }
    return own
  }

  private static func query(_ narrow: (inout FeedbackQuery) -> Void) -> FeedbackQuery {
    var query = FeedbackQuery()
    narrow(&query)
    return query
  }

  /// Looks once more at some groups.
  func check(_ groups: Set<UUID>) async throws -> Outcome {
    var outcome = Outcome()
    let again = Self(
      workspace: workspace, client: client, scope: scope, repairs: false, progress: progress)
    try await again.checkGroups(of: groups, &outcome) { try await FeedbackReadBack(client: client).read($0) }
    return outcome
  }
}

// MARK: By the runs of the workspace

extension WorkspaceVerification {
  fileprivate func checkGroups(
    of wanted: Set<UUID>? = nil, _ outcome: inout Outcome,
    read: ([VerifiableGroup]) async throws -> FeedbackReadBack.Shown
  ) async throws {
    var next = Int64?.some(0)
    var count = 0
    while let place = next {
      let page = try workspace.verifiableGroups(in: scope, after: place)
      next = page.next
      let groups = wanted.map { wanted in page.groups.filter { wanted.contains($0.id) } } ?? page.groups
      guard !groups.isEmpty else { continue }
      let now = Date()
      let shown = try await read(groups)
      try enter(groups.map { GroupVerification($0, sighting: shown.sighting) }, readAt: now, &outcome)
      let known = Set(groups.flatMap(\.records).map(\.id))
      try addUnknown(shown.records.filter { !known.contains($0.key) }, &outcome)
      count += groups.count
      progress.show("\(count) groups, \(outcome.tally.findings.values.reduce(0, +)) findings")
    }
  }

  private func addUnknown(_ records: [UUID: JSONObject], _ outcome: inout Outcome) throws {
    for (id, json) in records where try workspace.verifiableRecord(id) == nil {
      outcome.add(stranger: id, json)
    }
  }

  private func enter(
    _ verifications: [GroupVerification], readAt now: Date, _ outcome: inout Outcome
  ) throws {
    verifications.forEach { outcome.add($0) }
    try workspace.note(verifications, now: now)
    let faulty = verifications.filter { $0.findings.contains(where: \.isMendable) }
    guard repairs, !faulty.isEmpty else { return }
    outcome.repaired += try workspace.repair(faulty, now: now)
    outcome.repairedGroups.formUnion(faulty.map(\.group.id))
  }
}

// MARK: By a list that the server keeps

extension WorkspaceVerification {
  /// - Parameter isOurs: Whether the workspace should know a record of the list.
  fileprivate func checkList(
    of query: FeedbackQuery, isOurs: (StoredFeedback) -> Bool, _ outcome: inout Outcome
  ) async throws {
    let start = Date()
    var book = SightingBook()
    var count = 0
    for try await page in client.feedback(query).pages {
      for feedback in page {
        if let record = try workspace.verifiableRecord(feedback.id) {
          book.enter(record.sighting(of: feedback.json), of: record)
        } else if isOurs(feedback) {
          outcome.add(stranger: feedback.id, feedback.json)
        }
      }
      count += page.count
      progress.show("\(count) records read")
    }
    try await compare(with: book, readSince: start, &outcome)
  }

  /// What the list shows as faulty, or what has changed since it was read, is looked at once more: a list shifts
  /// while it is read, and a record that lost its experiment is not in it.
  private func compare(
    with book: SightingBook, readSince start: Date, _ outcome: inout Outcome
  ) async throws {
    var next = Int64?.some(0)
    while let place = next {
      let page = try workspace.verifiableGroups(in: scope, after: place)
      next = page.next
      let now = Date()
      let doubtful = page.groups.filter { group in
        let isFaulty = !GroupVerification(group, sighting: book.sighting).findings.isEmpty
        return isFaulty || group.isChanged(since: start)
      }
      let shown = try await FeedbackReadBack(client: client).read(doubtful)
      let again = Set(doubtful.map(\.id))
      let verifications = page.groups.map { group in
        GroupVerification(group, sighting: again.contains(group.id) ? shown.sighting : book.sighting)
      }
      try enter(verifications, readAt: again.isEmpty ? start : now, &outcome)
      progress.show("\(outcome.tally.records) records compared")
    }
  }
}
