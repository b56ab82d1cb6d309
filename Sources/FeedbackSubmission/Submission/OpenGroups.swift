/// The groups of which not all records are through, each by a number that another has when it is closed.
struct OpenGroups {
  private struct Entry {
    var result: GroupResult
    /// How many records are neither done nor given up.
    var openCount: Int
  }

  private var entries: [Entry?] = []
  /// The numbers of entries that were closed.
  private var free: [Int] = []

  /// - Returns: The group's number.
  mutating func add(_ group: ClaimedGroup) -> Int {
    let entry = Entry(result: GroupResult(group: group), openCount: group.records.count)
    guard let number = free.popLast() else {
      entries.append(entry)
      return entries.count - 1
    }
    entries[number] = entry
    return number
  }

  func leaseEnd(of number: Int) -> BootTime? { entries[number]?.result.group.leaseEnd }

  /// - Parameter outcome: What came of one of its records; `nil` if it was given up.
  /// - Returns: The group's result, with its last record.
  mutating func close(_ number: Int, with outcome: RecordOutcome?) -> GroupResult? {
    if let outcome { entries[number]?.result.outcomes.append(outcome) }
    entries[number]?.openCount -= 1
    guard let entry = entries[number], entry.openCount == 0 else { return nil }
    entries[number] = nil
    free.append(number)
    return entry.result
  }
}
