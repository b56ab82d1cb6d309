import Foundation

/// A group beside what the server shows of it. A value: what is read is read elsewhere.
package struct GroupVerification: Sendable {
  package let group: VerifiableGroup
  /// One for each record, in their order.
  let sightings: [Sighting]

  package init(_ group: VerifiableGroup, sighting: (VerifiableGroup.Record) -> Sighting) {
    self.group = group
    sightings = group.records.map(sighting)
  }

  /// Every record that should be there is, as it should be, and no other.
  package var isEqual: Bool { group.isWanted && findings.isEmpty }

  package var findings: [VerificationFinding] {
    guard group.isSettled else { return [] }
    return zip(group.records, sightings).compactMap(finding) + half
  }

  private func finding(_ record: VerifiableGroup.Record, _ sighting: Sighting) -> VerificationFinding? {
    switch (record.expectation, sighting) {
    case (.present, .nothing): finding(.missing, record)
    case (.present, .record(let fields)): fields.isEmpty ? nil : finding(.different, record, fields)
    case (.absent, .record): finding(.extra, record)
    case (.absent, .nothing), (.open, _): nil
    }
  }

  private func finding(
    _ kind: VerificationFinding.Kind, _ record: VerifiableGroup.Record, _ fields: FeedbackFields = []
  ) -> VerificationFinding {
    VerificationFinding(
      kind: kind, groupID: group.id, recordID: record.id, target: record.target, key: record.key,
      fields: fields)
  }

  private var half: [VerificationFinding] {
    let wanted = zip(group.records, sightings).filter { $0.0.expectation.isPresent }
    let present = wanted.count { $0.1 != .nothing }
    guard present > 0, present < wanted.count else { return [] }
    return [VerificationFinding(kind: .half, groupID: group.id, present: present, wanted: wanted.count)]
  }
}
