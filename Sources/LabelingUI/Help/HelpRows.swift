import Terminal

/// The rows of the list of keys, laid out for its columns.
struct HelpRows: Equatable, Sendable {
  struct Row: Equatable, Sendable {
    enum Content: Equatable, Sendable {
      case section(String)
      case entry(HelpEntry)
      /// What did not fit on the row of the entry.
      case continuation(HelpEntry, row: Int)
      case blank
    }

    let content: Content
    let subject: HelpEntry.Subject?

    fileprivate static let blank = Row(content: .blank, subject: nil)
  }

  private(set) var all: [Row] = []
  private let columns: HelpColumns

  init(_ sections: [HelpSection], in columns: HelpColumns) {
    self.columns = columns
    for section in sections where !section.entries.isEmpty { append(section) }
  }

  /// The name of a section stays with its first entry.
  private mutating func append(_ section: HelpSection) {
    let heading = Row(content: .section(section.name), subject: nil)
    for (index, entry) in section.entries.enumerated() {
      append((index == 0 ? [heading] : []) + rows(of: entry), apart: index == 0)
    }
  }

  /// What no longer fits in the column begins the next one.
  private mutating func append(_ rows: [Row], apart: Bool) {
    let isApart = apart && !columns.isTop(all.count)
    let room = columns.room(after: all.count)
    if rows.count + (isApart ? 1 : 0) > room, !columns.isTop(all.count) {
      all += Array(repeating: .blank, count: room)
    } else if isApart {
      all.append(.blank)
    }
    all += rows
  }

  private func rows(of entry: HelpEntry) -> [Row] {
    let wrapped = entry.wrapped(to: columns.textColumns)
    return (0..<max(1, wrapped.text.rowCount)).map { row in
      Row(content: row == 0 ? .entry(wrapped) : .continuation(wrapped, row: row), subject: entry.subject)
    }
  }

  /// What the rows are about, in their order.
  var subjects: [HelpEntry.Subject] {
    all.compactMap { if case .entry(let entry) = $0.content { entry.subject } else { nil } }
  }

  /// The rows of one entry, and the name of its section where it is the first.
  func stretch(of subject: HelpEntry.Subject) -> ClosedRange<Int>? {
    guard let first = all.firstIndex(where: { $0.subject == subject }),
      let last = all.lastIndex(where: { $0.subject == subject })
    else { return nil }
    if first > 0, case .section = all[first - 1].content { return first - 1...last }
    return first...last
  }

  /// What stands nearest to a row in a stretch of rows.
  func subject(nearest row: Int, in rows: Range<Int>) -> HelpEntry.Subject? {
    rows.clamped(to: all.indices).filter { all[$0].subject != nil }
      .min { abs($0 - row) < abs($1 - row) }
      .flatMap { all[$0].subject }
  }
}

/// What stands under one name in the list of keys.
struct HelpSection: Sendable {
  let name: String
  let entries: [HelpEntry]

  func matching(_ words: [Substring]) -> HelpSection {
    HelpSection(name: name, entries: entries.filter { $0.matches(words) })
  }
}
