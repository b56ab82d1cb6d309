import Preference
import Terminal

/// A comparison, line by line.
struct LinearComparison {
  private let screen: CompareScreen
  private let total: Int

  init(_ screen: CompareScreen, total: Int) {
    self.screen = screen
    self.total = total
  }

  var lines: [String] {
    let state =
      screen.isChanged ? "an order that is not saved" : screen.item.judged == nil ? "not judged" : "judged"
    let flag = screen.isFlagged ? ", flagged" : ""
    return ["", "Comparison \(screen.item.number) of \(total), \(screen.runCount) runs, \(state)\(flag)."]
      + text(0) + (1...screen.runCount).flatMap(text) + [question]
  }

  /// The prompt, or a run: 0 is the prompt, 1 the first run.
  func text(_ pane: Int) -> [String] {
    let name = pane == 0 ? "Prompt:" : "Run \(screen.columns[pane - 1].label):"
    let hidden = screen.pane(pane).text.hiddenCount
    let note = hidden > 0 ? ["(\(hidden) hidden characters are spelled out)"] : []
    let missing = pane == 0 ? screen.prompt.missing : screen.columns[pane - 1].missing
    let words = missing.map { [$0.words(for: pane == 0 ? "prompt" : "answer")] } ?? []
    let source = screen.pane(pane).source
    let isBlank = missing != nil && source.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    return [name] + note + words + (isBlank ? [] : [source])
  }

  private var question: String {
    let letters = screen.columns.prefix(26).map { $0.label.lowercased() }
    guard letters.count == 2 else {
      return "Which is best? Type letters from best to worst, = before one that ties; help lists more."
    }
    return "Which is better, a or b? = is a tie; help lists more."
  }
}
