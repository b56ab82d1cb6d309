import Foundation
import GRDB

/// A group that came due: new work, or what its sender did not bring back in time.
struct DueGroup {
  let seq: Int64
  let standing: GroupStanding
  /// In the order in which they were put in.
  var records: [DueRecord] = []

  /// Those due first, at least as many as have `limit` records, if there are. Neighbors are read together.
  ///
  /// - Parameter body: Returns whether it wants more.
  static func forEach(
    until now: BootTime, limit: Int, _ db: Database, _ body: (inout DueGroup) throws -> Bool
  ) throws {
    for run in try runs(until: now, limit: limit, db) {
      guard try forEach(in: run, db, body) else { return }
    }
  }

  private static func runs(
    until now: BootTime, limit: Int, _ db: Database
  ) throws -> [RowRun<GroupStanding>] {
    let names = GroupStanding.statements.columns
    let rows = try RawStatement(
      "SELECT first, last, \(names) FROM feedback_group_span WHERE due <= ? ORDER BY due, first", db)
    rows.bind(1, now.milliseconds)
    defer { rows.stop() }
    var runs: [RowRun<GroupStanding>] = []
    var left = limit
    while left > 0, try rows.next() {
      var run = RowRun(
        first: rows.integer(0), last: rows.integer(1), value: try GroupStanding(rows, from: 2))
      run.last = min(run.last, run.first + Int64(left) - 1)
      left -= run.count
      runs.append(run)
    }
    return runs
  }

  private static func forEach(
    in run: RowRun<GroupStanding>, _ db: Database, _ body: (inout DueGroup) throws -> Bool
  ) throws -> Bool {
    var rows = try DueRecord.Rows(inGroups: run.range, db)
    defer { rows.stop() }
    for seq in run.range {
      var group = DueGroup(seq: seq, standing: run.value)
      while let record = try rows.next(inGroup: seq) { group.records.append(record) }
      guard try body(&group) else { return false }
    }
    return true
  }
}

/// A record of such a group, with its content.
struct DueRecord {
  var record: OutboxRecord
  private let content: Content
  /// Whether the record became another one when it was taken.
  var isChanged = false

  fileprivate enum Content {
    /// In the body that creates the record: most are read for that.
    case creation([UInt8])
    case bare(FeedbackContent)
  }

  /// The records of neighboring groups, one group after the other.
  struct Rows {
    private let rows: RawStatement
    private var standings: StandingReader
    private var isOnRow: Bool

    init(inGroups range: ClosedRange<Int64>, _ db: Database) throws {
      standings = StandingReader(db)
      rows = try RawStatement(
        """
        SELECT \(OutboxRecord.columns), r.content FROM feedback_record r
        WHERE r.group_seq BETWEEN ? AND ? ORDER BY r.group_seq, r.seq
        """, db)
      rows.bind(1, range.lowerBound)
      rows.bind(2, range.upperBound)
      isOnRow = try rows.next()
    }

    mutating func next(inGroup seq: Int64) throws -> DueRecord? {
      guard isOnRow, rows.integer(OutboxRecord.groupColumn) == seq else { return nil }
      let record = OutboxRecord(rows, try standings.standing(of: rows.integer(0)))
      let content = rows.withBytes(OutboxRecord.columnCount) { Content($0, of: record) }
      isOnRow = try rows.next()
      return DueRecord(record: record, content: content)
    }

    func stop() {
      rows.stop()
    }
  }

  func claimed(for attempt: Attempt) -> ClaimedRecord {
    var sent: FeedbackContent?
    if attempt.operation == .update, case .bare(let content) = content { sent = content }
    return ClaimedRecord(
      seq: record.seq, id: record.id, attempt: attempt, operation: operation(attempt.operation), content: sent
    )
  }

  private func operation(_ operation: Attempt.Operation) -> FeedbackOperation {
    switch operation {
    case .create: .create(id: record.id, body: creation)
    case .update: .update(id: record.id, body: FeedbackBody.update(content: bare))
    case .delete: .delete(id: record.id)
    case .read: .read(id: record.id, run: bare.isAboutRun ? record.target : nil)
    }
  }

  private var creation: [UInt8] {
    switch content {
    case .creation(let body): body
    case .bare(let content): content.json.withUnsafeBytes { FeedbackBody.create(record, content: $0) }
    }
  }

  private var bare: FeedbackContent {
    switch content {
    case .creation(let body): FeedbackBody.content(ofCreation: body)
    case .bare(let content): content
    }
  }
}

extension DueRecord.Content {
  fileprivate init(_ json: UnsafeRawBufferPointer, of record: OutboxRecord) {
    self =
      if record.state.nextAttempt?.operation == .create {
        .creation(FeedbackBody.create(record, content: json))
      } else {
        .bare(FeedbackContent(json: Array(json)))
      }
  }
}

extension FeedbackBody {
  fileprivate static func create(_ record: OutboxRecord, content: UnsafeRawBufferPointer) -> [UInt8] {
    create(id: record.id, createdAt: record.createdAt, modifiedAt: record.modifiedAt, content: content)
  }
}
