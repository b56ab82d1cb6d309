import Preference
import Terminal

/// The prompt, and the reference below it, above the runs.
struct PromptPane: Equatable, Sendable {
  enum Extent: String, Equatable, Sendable, CaseIterable {
    /// A quarter of the screen at most.
    case short
    /// Two thirds of the screen at most.
    case long
    /// The title line alone, with the prompt's first words.
    case line
  }

  var extent = Extent.short
  var pane: TextPane
  let firstLine: String

  init(_ comparison: Comparison, showsReference: Bool = true, repertoire: Repertoire) {
    let prompt = comparison.prompt.displayText
    firstLine = String(prompt.unicodeScalars.prefix { $0 != "\n" }.prefix(400))
    let reference = comparison.reference.map {
      showsReference ? "\n\nReference:\n" + $0 : "\n\n(reference hidden)"
    }
    let text = prompt + (reference ?? "")
    pane = TextPane(text, repertoire: repertoire)
  }

  /// The rows that the text may take on a screen of that size; needs the pane fitted to its columns.
  func wantedRows(on size: Size) -> Int {
    switch extent {
    case .short: min(pane.viewport.total, max(1, size.rows / 4))
    case .long: min(pane.viewport.total, max(1, size.rows * 2 / 3))
    case .line: 0
    }
  }
}
