import Foundation
import LabelingUI
import TerminalNcurses

/// Shows what is longer than the screen with the program that `$PAGER` names. Without one, as for `cat`, texts are printed.
struct Pager {
  let words: [String]
  /// Why what `$PAGER` says cannot be used.
  private let fault: CommandWords.Fault?
  private let console: Console

  init(_ console: Console, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.console = console
    do {
      let command = try CommandWords(environment["PAGER"] ?? "", environment: environment)
      (words, fault) = (command.words == ["cat"] ? [] : command.words, nil)
    } catch {
      (words, fault) = ([], error)
    }
  }

  func print(_ text: String) throws {
    if let fault, console.outputIsTerminal { console.note("podium: PAGER: \(fault)") }
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
