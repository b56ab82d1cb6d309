import Foundation

/// Records that are delivered whole: those of one group that were given one after the other, or one alone.
struct FeedbackUnit {
  private(set) var items: [SlotContent]
  private let groupID: UUID?
  /// Of the items: there may be a hundred thousand.
  private var slots: Set<OutboxSlot>
  private var ids: Set<UUID>

  init(_ first: KeptRecord) {
    items = [first.item]
    groupID = first.groupID
    // Most stand alone and need neither.
    slots = first.groupID == nil ? [] : [first.item.slot]
    ids = first.groupID == nil ? [] : Set([first.item.id].compactMap(\.self))
  }

  /// Takes another record in, if it belongs to the unit. What is about the same target and key as one that is there
  /// does not: a group has one of each.
  mutating func take(_ record: KeptRecord) -> Bool {
    let item = record.item
    guard let groupID, groupID == record.groupID, !slots.contains(item.slot),
      !(item.id.map(ids.contains) ?? false)
    else { return false }
    items.append(item)
    slots.insert(item.slot)
    if let id = item.id { ids.insert(id) }
    return true
  }

  static func all(of records: [KeptRecord]) -> [FeedbackUnit] {
    var units: [FeedbackUnit] = []
    units.reserveCapacity(records.count)
    for record in records {
      if let last = units.indices.last, units[last].take(record) { continue }
      units.append(FeedbackUnit(record))
    }
    return units
  }
}

/// A record as it is put into the outbox. It is made outside of transactions: what writes waits for nobody's JSON.
struct KeptRecord: Sendable {
  let item: SlotContent
  let groupID: UUID?
  let receipt: FeedbackReceipt

  /// - Parameter newID: Makes an id for a record that brings none.
  /// - Throws: `FeedbackRecordError` if it cannot be sent.
  init(_ record: FeedbackRecord, newID: () -> UUID) throws(FeedbackRecordError) {
    let id = record.id ?? newID()
    item = SlotContent(
      slot: OutboxSlot(target: record.target.id, key: record.key), content: try FeedbackContent(of: record),
      id: id, hasNewID: record.id == nil)
    groupID = record.groupID
    receipt = FeedbackReceipt(id: id)
  }
}
