import FeedbackSubmission
import Foundation
import LangSmith
import StrictJSON

/// What LangSmith has of some groups: the feedback of their runs, a page at a time. Other people's is passed over.
struct FeedbackReadBack {
  let client: LangSmithClient

  /// Records that the list does not show are asked for one by one, unless so many are missing that it must be true.
  private static let doubtfulAbsences = 20

  struct Shown {
    /// Of the groups' own records and of those that belong to them, or stand in their place.
    fileprivate(set) var records: [UUID: JSONObject] = [:]

    func sighting(of record: VerifiableGroup.Record) -> Sighting {
      records[record.id].map(record.sighting) ?? .nothing
    }
  }

  func read(_ groups: [VerifiableGroup]) async throws -> Shown {
    guard !groups.isEmpty else { return Shown() }
    let known = Set(groups.flatMap(\.records).map(\.id))
    var own = OwnFeedback()
    own.add(groups)
    let runs = Set(groups.flatMap(\.records).filter(\.isAboutRun).map(\.target)).sorted {
      $0.uuidString < $1.uuidString
    }
    var shown = Shown()
    for query in FeedbackQuery(runIDs: runs).parts where !runs.isEmpty {
      for try await page in client.feedback(query).pages {
        for feedback in page where known.contains(feedback.id) || own.claims(feedback) {
          shown.records[feedback.id] = feedback.json
        }
      }
    }
    try await confirmAbsences(groups, &shown)
    return shown
  }

  /// Lists shift while they are read, and those of runs do not show feedback on projects.
  private func confirmAbsences(_ groups: [VerifiableGroup], _ shown: inout Shown) async throws {
    let records = groups.filter(\.isSettled).flatMap(\.records).filter { shown.records[$0.id] == nil }
    let unlisted = records.filter { !$0.isAboutRun }
    let doubtful = records.filter { $0.isAboutRun && $0.mustBePresent }
    for record in unlisted + (doubtful.count <= Self.doubtfulAbsences ? doubtful : []) {
      shown.records[record.id] = try await read(record.id)
    }
  }

  func read(_ id: UUID) async throws -> JSONObject? {
    do {
      return try await client.feedback(id: id).json
    } catch let error as LangSmithError where error.code == .notFound {
      return nil
    }
  }
}

extension VerifiableGroup.Record {
  fileprivate var mustBePresent: Bool {
    if case .present = expectation { true } else { false }
  }
}
