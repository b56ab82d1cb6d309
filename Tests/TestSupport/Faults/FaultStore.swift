import Foundation
import StrictJSON

/// What a server has of feedback, and every id that it ever had.
package struct FaultStore: Sendable {
  /// Where there should be one record at most.
  package struct Slot: Hashable, Sendable {
    package let group: String
    package let run: String
    package let key: String

    package init(group: String, run: String, key: String) {
      self.group = group
      self.run = run
      self.key = key
    }
  }

  private struct Entry {
    let slot: Slot
    var score: Double?
    var body: [UInt8]
  }

  private var entries: [String: Entry] = [:]
  private var idsOfRun: [String: [String]] = [:]
  private var everIDs: [Slot: Set<String>] = [:]
  /// Whether a second `POST` of an id replaces the first, or is a conflict.
  private let overwrites: Bool

  /// How often records came that were there already.
  package private(set) var repetitions = 0

  init(overwrites: Bool) {
    self.overwrites = overwrites
  }

  package var count: Int { entries.count }

  /// What is there, by place: the ids and their scores.
  package var contents: [Slot: [String: Double?]] {
    entries.reduce(into: [:]) { $0[$1.value.slot, default: [:]][$1.key] = $1.value.score }
  }

  /// How many ids a place ever had.
  package func idCount(of slot: Slot) -> Int { everIDs[slot]?.count ?? 0 }

  package var idCounts: [Slot: Int] { everIDs.mapValues(\.count) }
}

// MARK: Changes

extension FaultStore {
  /// - Returns: Whether it is stored as it was given.
  mutating func create(_ record: JSONObject, _ body: [UInt8], spoiled: Bool = false) -> Bool {
    guard let id = record["id"]?.string else { return false }
    guard entries[id] == nil || overwrites else {
      repetitions += 1
      return false
    }
    let slot = Slot(
      group: record["feedback_group_id"]?.string ?? "", run: record["run_id"]?.string ?? "",
      key: record["key"]?.string ?? "")
    var entry = Entry(slot: slot, score: record["score"]?.number?.doubleValue, body: body)
    if spoiled {
      var record = record
      record["score"] = -1
      entry = Entry(slot: slot, score: -1, body: JSONValue.object(record).utf8())
    }
    if entries.updateValue(entry, forKey: id) == nil { idsOfRun[slot.run, default: []].append(id) }
    everIDs[slot, default: []].insert(id)
    return true
  }

  /// - Returns: The record as it is now; `nil` if there is none.
  mutating func update(_ id: String, _ changes: JSONObject) -> [UInt8]? {
    guard var entry = entries[id], case .object(var record)? = try? JSONParser.parse(entry.body) else {
      return nil
    }
    for change in changes.members { record[change.key] = change.value }
    entry.body = JSONValue.object(record).utf8()
    entry.score = record["score"]?.number?.doubleValue
    entries[id] = entry
    return entry.body
  }

  /// - Returns: Whether it was there.
  mutating func delete(_ id: String) -> Bool {
    guard let entry = entries.removeValue(forKey: id) else { return false }
    idsOfRun[entry.slot.run]?.removeAll { $0 == id }
    return true
  }
}

// MARK: Reads

extension FaultStore {
  func body(_ id: String) -> [UInt8]? { entries[id]?.body }

  /// - Parameter query: `run=…&run=…&limit=…&offset=…`
  func list(_ query: Substring) -> [UInt8] {
    var (ids, limit, offset) = ([String](), 100, 0)
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "run": ids += idsOfRun[String(parts[1])] ?? []
      case "limit": limit = min(Int(parts[1]) ?? limit, 100)
      case "offset": offset = Int(parts[1]) ?? 0
      default: break
      }
    }
    var page: [UInt8] = [UInt8(ascii: "[")]
    for id in ids.sorted().dropFirst(offset).prefix(limit) {
      if page.count > 1 { page.append(UInt8(ascii: ",")) }
      page += entries[id]?.body ?? []
    }
    return page + [UInt8(ascii: "]")]
  }
}
