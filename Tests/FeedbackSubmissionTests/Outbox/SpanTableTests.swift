import GRDB
import TestSupport
import Testing

@testable import FeedbackSubmission

@Suite struct SpanTableTests {
  private let outbox: OutboxFixture

  init() throws {
    outbox = try OutboxFixture()
  }

  @Test func `What comes behind its like joins it, and another begins a span`() throws {
    #expect(try spans { try $0.assign(1...3, 1) } == ["1-3 1"])
    #expect(try spans { try $0.assign(4...4, 1) } == ["1-4 1"])
    #expect(try spans { try $0.assign(5...9, 2) } == ["1-4 1", "5-9 2"])
    #expect(try spans { try $0.assign(11...11, 2) } == ["1-4 1", "5-9 2", "11-11 2"])
    #expect(try spans { try $0.assign(10...10, 2) } == ["1-4 1", "5-11 2"])
  }

  @Test func `A change in the middle splits, and taken back joins again`() throws {
    #expect(try spans { try $0.assign(1...9, 1) } == ["1-9 1"])
    #expect(try spans { try $0.assign(4...5, 2) } == ["1-3 1", "4-5 2", "6-9 1"])
    #expect(try spans { try $0.assign(4...5, 1) } == ["1-9 1"])
    #expect(try spans { try $0.remove(4...5) } == ["1-3 1", "6-9 1"])
    #expect(try spans { try $0.remove(1...7) } == ["8-9 1"])
  }

  @Test func `A row without a value has none, also between those that have one`() throws {
    try outbox.queue.write { try SpanTable($0).assign(2...3, 1) }
    try outbox.queue.write { try SpanTable($0).assign(6...6, 1) }
    let found = try outbox.queue.read { db in
      try (1...7).map { try SpanTable<GroupStanding>(db).span(of: $0) }
    }
    #expect(found.map { $0?.range } == [nil, 2...3, 2...3, nil, nil, 6...6, nil])
    let inRange = try outbox.queue.read { try SpanTable<GroupStanding>($0).spans(in: 3...9).map(\.range) }
    #expect(inRange == [3...3, 6...6])
    #expect(try outbox.queue.read { try SpanTable<GroupStanding>($0).spans(in: 4...5).isEmpty })
  }

  @Test("Whatever is assigned and removed, each row has its last value", arguments: 1...20)
  func model(seed: UInt64) throws {
    var luck = SeededGenerator(seed: seed)
    var expected: [Int64: Int64] = [:]
    for _ in 0..<150 {
      let first = Int64.random(in: 1...40, using: &luck)
      let range = first...min(40, first + Int64.random(in: 0...12, using: &luck))
      let value = Int64.random(in: 0...3, using: &luck)
      let found = try spans { try value == 0 ? $0.remove(range) : $0.assign(range, value) }
      for number in range { expected[number] = value == 0 ? nil : value }
      #expect(found == Self.spans(expected))
    }
  }

  /// Neighbors that are alike, joined.
  private static func spans(_ values: [Int64: Int64]) -> [String] {
    RowRun.joining(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, where: ==).map {
      "\($0.first)-\($0.last) \($0.value)"
    }
  }

  private func spans(_ change: (SpanTable<GroupStanding>) throws -> Void) throws -> [String] {
    try outbox.queue.write { db in
      try change(SpanTable(db))
      return try String.fetchAll(
        db, sql: "SELECT first || '-' || last || ' ' || due FROM feedback_group_span ORDER BY first")
    }
  }
}

extension SpanTable<GroupStanding> {
  fileprivate func assign(_ range: ClosedRange<Int64>, _ due: Int64) throws {
    let value = GroupStanding(stage: .waiting, due: BootTime(milliseconds: due))
    try assign(RowRun(first: range.lowerBound, last: range.upperBound, value: value))
  }
}
