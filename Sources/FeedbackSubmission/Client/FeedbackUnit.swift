import Foundation

/// Records that are delivered whole: those of one group that were given one after the other, or one alone.
struct FeedbackUnit {
  var records: [FeedbackRecord] = []

  /// Whether another record belongs to it. What is about the same target and key as one that is there does not: a
  /// group has one of each.
  func admits(_ record: FeedbackRecord) -> Bool {
    guard let first = records.first else { return true }
    guard let group = record.groupID, group == first.groupID else { return false }
    let slot = OutboxSlot(record)
    return !records.contains { OutboxSlot($0) == slot || $0.id == record.id }
  }

  static func all(of records: [FeedbackRecord]) -> [[FeedbackRecord]] {
    records.reduce(into: [FeedbackUnit]()) { units, record in
      if let last = units.indices.last, units[last].admits(record) {
        units[last].records.append(record)
      } else {
        units.append(FeedbackUnit(records: [record]))
      }
    }.map(\.records)
  }
}

extension OutboxSlot {
  fileprivate init(_ record: FeedbackRecord) {
    self.init(target: record.target.id, key: record.key)
  }
}
