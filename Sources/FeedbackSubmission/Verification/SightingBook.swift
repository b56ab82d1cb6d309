/// What was seen of many records: two bytes for each, whatever their number.
package struct SightingBook: Sendable {
  private var notes: [UInt16] = []
  private static let isSeen: UInt16 = 1 << 15

  package init() {}

  package mutating func enter(_ sighting: Sighting, of record: VerifiableGroup.Record) {
    guard case .record(let fields) = sighting else { return }
    let index = Int(record.seq)
    if notes.count <= index { notes += Array(repeating: 0, count: index + 1024 - notes.count) }
    notes[index] = Self.isSeen | fields.rawValue
  }

  package func sighting(of record: VerifiableGroup.Record) -> Sighting {
    let index = Int(record.seq)
    guard index < notes.count, notes[index] & Self.isSeen != 0 else { return .nothing }
    return .record(FeedbackFields(rawValue: notes[index] & ~Self.isSeen))
  }
}
