import Foundation
import StrictJSON

/// A group of the outbox as a person sees it: where it stands, and what is known of each record.
package struct OutboxEntry: Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// To be sent when its turn comes.
    case waiting
    /// Somebody is sending it.
    case sending
    /// To be tried again after a pause.
    case backoff
    /// To be read back.
    case verify
    /// Refused for good; a person must look.
    case dead
    /// Nothing is sent at all until a person acts.
    case parked
    /// Of a record: not to be there, because another of its group was refused.
    case heldBack
    case delivered
    /// The server should have nothing of it, and has nothing.
    case withdrawn

    /// Those on their way out, or stuck there.
    package static let outstanding: Set<State> = [.waiting, .sending, .backoff, .verify, .dead, .parked]
    /// Those that a whole group can be in.
    package static let ofGroups = allCases.filter { $0 != .heldBack }
  }

  package let id: UUID
  package let state: State
  /// How long until it is taken up again, where that is known.
  package let pause: Duration?
  /// Of the process that is sending it.
  package let senderID: Int32?
  /// Why nothing is sent at all, or the endpoint's last failure.
  package let trouble: String?
  package let verifiedAt: Date?
  /// In the order in which they were put in.
  package let records: [Record]
  let seq: Int64

  package struct Record: Sendable {
    package let id: UUID
    /// The run, or the project.
    package let target: UUID
    package let key: String
    package let state: State
    /// Whether the server is to have it; if not, it is to be deleted there, or not to come there.
    package let isWanted: Bool
    package let presence: Presence
    package let nextOperation: String?
    package let createdAt: Date
    package let modifiedAt: Date
    /// How often its content, or whether it is wanted, has changed.
    package let revision: Int
    /// The revision that the server is known to have; 0 for none.
    package let acknowledgedRevision: Int
    package let failures: Int
    package let pause: Duration?
    /// Since when the server says that it does not know the run.
    package let missingSince: Date?
    /// The server's words for a refusal.
    package let reason: String?
    /// How often it was deleted at the server and came back, each time under a new id.
    package let epoch: Int
    let seq: Int64
  }

  /// What is known of a record at the server.
  package enum Presence: String, Sendable {
    case absent, perhaps, present, deleted
  }
}

extension OutboxEntry {
  /// When the first of its records was put in.
  package var createdAt: Date { records.map(\.createdAt).min() ?? .distantPast }

  /// The most failures in a row of any record.
  package var failures: Int { records.map(\.failures).max() ?? 0 }

  /// The server's words, of the first record that was refused.
  package var reason: String? { records.lazy.compactMap(\.reason).first }
}
