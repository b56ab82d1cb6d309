/// Two texts line by line, the unchanged lines included so that the place is clear.
struct SnapshotLineDifference: CustomStringConvertible {
  let description: String

  init(from old: String, to new: String) {
    let oldLines = SnapshotLineDifference.lines(of: old)
    let newLines = SnapshotLineDifference.lines(of: new)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in newLines.difference(from: oldLines) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    description = SnapshotLineDifference.merge(oldLines, removed, newLines, inserted).joined(separator: "\n")
  }

  private static func lines(of text: String) -> [[UInt8]] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  private static func merge(
    _ old: [[UInt8]], _ removed: Set<Int>, _ new: [[UInt8]], _ inserted: Set<Int>
  ) -> [String] {
    var merged: [String] = []
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < old.count || newIndex < new.count {
      if removed.contains(oldIndex) {
        merged.append("- " + String(decoding: old[oldIndex], as: UTF8.self))
        oldIndex += 1
      } else if inserted.contains(newIndex) {
        merged.append("+ " + String(decoding: new[newIndex], as: UTF8.self))
        newIndex += 1
      } else {
        merged.append("  " + String(decoding: new[newIndex], as: UTF8.self))
        oldIndex += 1
        newIndex += 1
      }
    }
    return merged
  }
}
