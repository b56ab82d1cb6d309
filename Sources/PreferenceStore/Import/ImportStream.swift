import Foundation
import Preference

/// The records of several files, one after the other.
struct ImportStream {
  struct Item {
    let record: ComparisonImport.Record
    /// Index of the source it comes from.
    let source: Int
  }

  let sources: [ImportSource]
  private(set) var recordsRead = 0
  private var current: ComparisonImport?
  private var nextSource = 0
  private var bytesOfFilesDone = 0

  init(_ sources: [ImportSource]) {
    self.sources = sources
  }

  var bytesRead: Int { bytesOfFilesDone + (current?.bytesRead ?? 0) }

  mutating func next() throws -> Item? {
    while true {
      if let record = try current?.next() {
        recordsRead += 1
        return Item(record: record, source: nextSource - 1)
      }
      bytesOfFilesDone = bytesRead
      guard nextSource < sources.count else {
        current = nil
        return nil
      }
      current = ComparisonImport(sources[nextSource].file, name: sources[nextSource].name)
      nextSource += 1
    }
  }
}
