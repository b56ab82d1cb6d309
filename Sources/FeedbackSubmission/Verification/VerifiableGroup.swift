import Foundation
import StrictJSON

/// A group with what the server must have of it, as the outbox says at one moment.
package struct VerifiableGroup: Sendable {
  package let id: UUID
  /// Whether nothing of it is on its way: only then can the server be asked to account for it.
  package let isSettled: Bool
  /// Whether a record of it was refused.
  package let isDead: Bool
  package let records: [Record]
  let seq: Int64

  package struct Record: Sendable {
    package let id: UUID
    package let target: UUID
    package let key: String
    package let isAboutRun: Bool
    package let groupID: UUID?
    package let expectation: Expectation
    let seq: Int64
    let revision: Int
    /// Microseconds since 1970.
    var changedAt: Int64 = 0
  }

  package enum Expectation: Sendable {
    /// It has to be there, and say this.
    case present(JSONObject)
    case absent
    /// On its way, or refused: anything may be there.
    case open

    var isPresent: Bool { if case .present = self { true } else { false } }
  }

  /// Whether it may say something else than it did at a time.
  package func isChanged(since time: Date) -> Bool {
    records.contains { $0.changedAt >= time.microsecondsSince1970 }
  }

  /// Whether the server is to have all of it.
  var isWanted: Bool { isSettled && !isDead && records.contains { $0.expectation.isPresent } }
}

/// What the server shows under the id of a record.
package enum Sighting: Equatable, Sendable {
  case nothing
  /// In which fields it is not what it should be.
  case record(FeedbackFields)
}

extension VerifiableGroup.Record {
  /// What a record that the server has under this id means.
  package func sighting(of record: JSONObject) -> Sighting {
    guard case .present(let desired) = expectation else {
      // What was taken back by saying so in it is still there, and is as it should be.
      return record.isRetracted ? .nothing : .record([])
    }
    return .record(record.differences(from: desired, isFirst: revision == 1))
  }
}
