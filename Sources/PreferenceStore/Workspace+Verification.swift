import FeedbackSubmission
import Foundation
import GRDB

/// What the server must have, and what was found out about it.
extension Workspace {
  /// A page of groups that have a record in the scope; see `Outbox.verifiableGroups`.
  package func verifiableGroups(
    in scope: VerificationScope, after place: Int64
  ) throws -> Outbox.VerifiablePage {
    try database.read { try Outbox.verifiableGroups(in: scope, after: place, in: $0) }
  }

  /// Whether anything that was ever given to the outbox is in the scope.
  package func hasFeedback(in scope: VerificationScope) throws -> Bool {
    if scope == .everything { return true }
    var next = Int64?.some(0)
    while let place = next {
      let page = try verifiableGroups(in: scope, after: place)
      if !page.groups.isEmpty { return true }
      next = page.next
    }
    return false
  }

  /// `nil` if the id was never one of the outbox's.
  package func verifiableRecord(_ id: UUID) throws -> VerifiableGroup.Record? {
    try database.read { try Outbox.verifiableRecord(id, in: $0) }
  }

  /// Keeps which groups the server had as it should.
  ///
  /// - Parameter now: When the server was read.
  package func note(_ verifications: [GroupVerification], now: Date) throws {
    try database.write { try Outbox.note(verifications, now: now, in: $0) }
  }

  /// Makes outstanding what the server has lost, changed or brought back.
  ///
  /// - Returns: How many records these are.
  package func repair(_ verifications: [GroupVerification], now: Date) throws -> Int {
    try database.write { try Outbox.repair(verifications, now: now, in: $0) }
  }
}
