import Preference
import Terminal

/// The prompt, and the reference below it, above the runs.
struct PromptPane: Equatable, Sendable {
  enum Extent: String, Equatable, Sendable, CaseIterable {
    /// A quarter of the screen, and rows that runs do not need.
    case short
    /// Two thirds of the screen, and such rows.
    case long
    /// The title line alone, with the first words of the prompt, or of the last turn of a conversation.
    case line

    var words: String {
      switch self {
      case .short: "prompt: short"
      case .long: "prompt: long"
      case .line: "prompt: one line"
      }
    }
  }

  var extent = Extent.short
  var pane: TextPane
  let firstLine: String
  /// Nothing to read was asked; a reference may follow.
  let missing: MissingText?

  init(_ comparison: Comparison, showsReference: Bool = true, repertoire: Repertoire) {
    let prompt = comparison.prompt.displayText
    let lastTurn = comparison.prompt.lastTurn
    missing = MissingText(prompt, shown: SanitizedText(prompt, repertoire: repertoire))
    firstLine =
      missing?.words(for: "prompt") ?? String(lastTurn.unicodeScalars.prefix { $0 != "\n" }.prefix(400))
    let reference = comparison.reference.map {
      showsReference ? "\n\nReference:\n" + $0 : "\n\n(reference hidden)"
    }
    let text = prompt + (reference ?? "")
    pane = TextPane(text, repertoire: repertoire)
    pane.read(from: prompt.utf8.count - lastTurn.utf8.count)
  }

  /// The rows that the text may take on a screen of that size; needs the pane fitted to its columns.
  func wantedRows(on size: Size) -> Int {
    switch extent {
    case .short: min(pane.viewport.total, max(1, size.rows / 4))
    case .long: min(pane.viewport.total, max(1, size.rows * 2 / 3))
    case .line: 0
    }
  }

  /// The same with rows that the runs leave; `nil` if it wants none of them.
  func wantedRows(withSpare spare: Int, on size: Size) -> Int? {
    let rows = wantedRows(on: size)
    guard spare > 0, rows > 0, rows < pane.viewport.total else { return nil }
    return min(pane.viewport.total, rows + spare)
  }
}
