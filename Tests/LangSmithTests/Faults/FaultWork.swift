import FeedbackSubmission
import Foundation
import TestSupport

/// Judgments of comparisons, made and changed at random, and what the server should have of them.
struct FaultWork {
  /// A group's scores by candidate. What is not there should not be at the server.
  typealias Scores = [Int: Double]

  /// What is wanted of each group; empty if it was taken back.
  private(set) var wanted: [Scores] = []
  /// How often a candidate came back after it had been taken out: each time it may get a new id.
  private(set) var returns: [Int: Int] = [:]
  private let seed: UInt64
  private let mark: (every: Int, comment: String)?
  private var dice: SeededGenerator

  /// - Parameter mark: Words for the last record of every so-manieth group.
  init(seed: UInt64, mark: (every: Int, comment: String)?) {
    self.seed = seed
    self.mark = mark
    dice = SeededGenerator(seed: seed ^ 0x5EED)
  }

  var recordCount: Int { wanted.reduce(0) { $0 + $1.count } }

  /// Groups of two or three.
  mutating func make(records: Int) -> [FeedbackGroup] {
    let first = wanted.count
    var count = 0
    while count < records {
      let scores = Scores(uniqueKeysWithValues: (0..<(dice.roll(3) == 0 ? 3 : 2)).map { ($0, score()) })
      wanted.append(scores)
      count += scores.count
    }
    return (first..<wanted.count).map(group)
  }

  /// Changes some groups: other scores, one candidate less or more, all taken back, made again.
  mutating func edit(_ count: Int) -> [FeedbackGroup] {
    var changed: Set<Int> = []
    for _ in 0..<count {
      let number = dice.roll(wanted.count)
      change(number)
      changed.insert(number)
    }
    return changed.sorted().map(group)
  }

  private mutating func change(_ number: Int) {
    let before = wanted[number]
    switch dice.roll(5) {
    case 0: wanted[number] = [:]
    case 1 where before.count > 1: wanted[number][before.keys.sorted()[dice.roll(before.count)]] = nil
    case 2: wanted[number][dice.roll(3)] = score()
    default:
      for candidate in before.isEmpty ? [0, 1] : before.keys.sorted() { wanted[number][candidate] = score() }
    }
    for candidate in wanted[number].keys where before[candidate] == nil {
      returns[number * 4 + candidate, default: 0] += 1
    }
  }

  private mutating func score() -> Double { Double(dice.roll(11)) / 10 }

  func group(_ number: Int) -> FeedbackGroup {
    let records = wanted[number].keys.sorted().map { candidate in
      let run = run(number, candidate)
      var record = FeedbackRecord(target: .run(.init(runID: run, traceID: run)), key: "preference")
      record.score = wanted[number][candidate].map { .float($0) }
      record.comment = isMarked(number, candidate) ? mark?.comment : "clear, and answers the question"
      return record
    }
    return FeedbackGroup(id: id(number, 0xEE), records: records)
  }

  /// Whether the server will never take the record.
  func isMarked(_ number: Int, _ candidate: Int) -> Bool {
    guard let mark else { return false }
    return candidate == 1 && number % mark.every == mark.every - 1
  }

  /// Whether the group may have such a record.
  func isMarked(_ number: Int) -> Bool { isMarked(number, 1) }

  /// Whether the group is wanted, and the server will not take it.
  func isRefused(_ number: Int) -> Bool { wanted[number].keys.contains { isMarked(number, $0) } }

  func slot(_ number: Int, _ candidate: Int) -> FaultStore.Slot {
    FaultStore.Slot(
      group: id(number, 0xEE).uuidString.lowercased(), run: run(number, candidate).uuidString.lowercased(),
      key: "preference")
  }

  private func run(_ number: Int, _ candidate: Int) -> UUID { id(number * 4 + candidate, 0xAA) }

  private func id(_ number: Int, _ kind: UInt8) -> UUID {
    let bits = UInt32(number)
    let low = (0..<4).map { UInt8(truncatingIfNeeded: bits >> (24 - 8 * $0)) }
    return UUID(
      uuid: (
        kind, 0, 0, UInt8(truncatingIfNeeded: seed), 0, 0, 0x40, 0, 0x80, 0, 0, 0, low[0], low[1], low[2],
        low[3]
      ))
  }
}
