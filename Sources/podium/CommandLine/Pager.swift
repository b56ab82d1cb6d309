import Foundation
import TerminalNcurses

/// Shows what is longer than the screen with the program that `$PAGER` names. Without one, as for `cat`, texts are printed.
struct Pager {
  let words: [String]
  private let console: Console

  init(_ console: Console, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.console = console
    words = Self.words(environment["PAGER"] ?? "")
  }

  /// Split at blanks: no shell reads it.
  static func words(_ command: String) -> [String] {
    let words = command.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
    return words == ["cat"] ? [] : words
  }

  func print(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard !words.isEmpty, let rows = console.outputRows,
      Self.rows(of: text, columns: console.outputColumns) >= rows
    else { return try console.write(bytes) }
    let paged = PagedText(bytes, terminal: STDOUT_FILENO)
    guard paged.canBeShown else { return try console.write(bytes) }
    switch paged.show(by: words) {
    case .exited(0), .killed, .interrupted: break
    // It showed nothing, for all that is known.
    case .exited, .notStarted: try console.write(bytes)
    }
  }

  static func rows(of text: String, columns: Int?) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().reduce(0) { rows, line in
      rows + max(1, columns.map { (line.unicodeScalars.count + $0 - 1) / max(1, $0) } ?? 1)
    }
  }
}
