import Preference
import Terminal

/// The columns of the list, as many as the screen is wide enough for: signs and words say the same, never color alone.
struct QueueTable: Equatable {
  enum Column: Equatable {
    case number, signs, state, id, prompt, runs, verdict, raters, time
  }

  struct Place: Equatable {
    let column: Column
    let start: Int
    let columns: Int
  }

  let places: [Place]

  /// - Parameters:
  ///   - highest: The highest number in the list.
  ///   - verdict: How wide the verdicts are that show: what they leave, the prompts have.
  init(columns: Int, highest: Int, verdict: Int = .max) {
    var widths: [(Column, Int)] = [(.number, max(2, "\(highest)".utf8.count)), (.signs, 3)]
    if columns >= 60 { widths.append((.state, 12)) }
    if columns >= 120 { widths.append((.id, min(32, columns / 6))) }
    widths.append((.prompt, 0))
    if columns >= 70 { widths.append((.runs, 4)) }
    if columns >= 76 { widths.append((.verdict, min(columns >= 120 ? 24 : 14, max(5, verdict)))) }
    if columns >= 120 { widths += [(.raters, 10), (.time, 7)] }
    // A blank stays free on either side.
    let taken = widths.reduce(2) { $0 + $1.1 } + widths.dropLast().reduce(0) { $0 + Self.gap(after: $1.0) }
    var start = 1
    places = widths.map { column, width in
      let width = column == .prompt ? max(1, columns - taken) : width
      defer { start += width + Self.gap(after: column) }
      return Place(column: column, start: start, columns: width)
    }
  }

  private static func gap(after column: Column) -> Int {
    column == .number || column == .signs ? 1 : 2
  }
}

extension QueueTable.Column {
  var heading: String {
    switch self {
    case .number: "#"
    case .signs: ""
    case .state: "state"
    case .id: "id"
    case .prompt: "prompt"
    case .runs: "runs"
    case .verdict: "yours"
    case .raters: "raters"
    case .time: "time"
    }
  }

  var isNumber: Bool { self == .number || self == .runs || self == .time }

  func text(of entry: QueueEntry) -> String {
    switch self {
    case .number: "\(entry.number)"
    case .signs: entry.signs
    case .state: entry.state
    case .id: entry.id
    case .prompt: entry.prompt
    case .runs: "\(entry.order.count)"
    case .verdict: entry.verdict
    case .raters: entry.raters
    case .time: entry.time
    }
  }
}
