import Preference
import Terminal

/// Shown when nothing is left to judge.
struct FinishScreen: Equatable {
  let progress: RaterProgress
  let delivery: DeliveryStatus
  let keymap: Keymap

  func draw(on surface: inout Surface) -> Position {
    let (columns, height) = (max(1, surface.size.columns - 3), max(1, surface.size.rows - 2))
    let forms = [
      sentences, sentences.filter { !$0.0.isEmpty }, [headline, ways], [headline, way], [shortHeadline, way],
    ].map {
      $0.flatMap { text, role in rows(of: text, columns: columns, surface.repertoire).map { ($0, role) } }
    }
    let lines = (forms.first { $0.count <= height } ?? forms[forms.count - 1]).prefix(height)
    let top = max(1, min(surface.size.rows / 3, surface.size.rows - 1 - lines.count))
    for (offset, line) in lines.enumerated() {
      surface.write(line.0, at: Position(column: 2, row: top + offset), columns: columns, role: line.1)
    }
    return Position(column: 2, row: top)
  }

  /// Broken between words.
  private func rows(of sentence: String, columns: Int, _ repertoire: Repertoire) -> [String] {
    sentence.split(separator: " ").reduce(into: [""]) { rows, word in
      let longer = rows[rows.count - 1].isEmpty ? String(word) : rows[rows.count - 1] + " " + word
      if rows[rows.count - 1].isEmpty || TextWidth.columns(of: longer, repertoire: repertoire) <= columns {
        rows[rows.count - 1] = longer
      } else {
        rows.append(String(word))
      }
    }
  }

  private var headline: (String, Role) {
    let words =
      switch progress.total {
      case 0: "There is nothing to judge."
      case _ where progress.judged < progress.total:
        "No comparison is open; \(progress.judged) of \(progress.total) are judged."
      case 1: "The one comparison is judged."
      default: "All \(progress.total) comparisons are judged."
      }
    return (words, .textStrong)
  }

  private var shortHeadline: (String, Role) {
    (progress.judged < progress.total ? "None is open." : "All is judged.", .textStrong)
  }

  private var ways: (String, Role) {
    let back = "\(keymap.words(for: .previousComparison)) goes back to look or to change your mind, "
    return (back + way.0, .textMuted)
  }

  private var way: (String, Role) { ("\(keymap.words(for: .quit)) leaves.", .textMuted) }

  private var sentences: [(String, Role)] {
    var sentences: [(String, Role)] = [headline, ("Every judgment is on disk.", .text)]
    if !delivery.summary.isEmpty { sentences.append((delivery.summary, .text)) }
    if delivery.isHeld, let reason = delivery.held { sentences.append((reason, .statusWarn)) }
    return sentences + [("", .text), ways]
  }
}
