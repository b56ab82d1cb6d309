import Preference
import Terminal

/// Shown when nothing is left to judge.
struct FinishScreen: Equatable {
  let progress: RaterProgress
  let delivery: DeliveryStatus
  let keymap: Keymap

  func draw(on surface: inout Surface) -> Position {
    let row = max(1, surface.size.rows / 3)
    var line = row
    for (text, role) in sentences {
      surface.write(text, at: Position(column: 2, row: line), columns: surface.size.columns - 3, role: role)
      line += 1
    }
    return Position(column: 2, row: row)
  }

  private var headline: String {
    if progress.total == 0 { return "There is nothing to judge." }
    return progress.judged < progress.total
      ? "No comparison is open; \(progress.judged) of \(progress.total) are judged."
      : "All \(progress.total) comparisons are judged."
  }

  private var sentences: [(String, Role)] {
    var sentences: [(String, Role)] = [(headline, .textStrong), ("Every judgment is on disk.", .text)]
    if !delivery.summary.isEmpty { sentences.append((delivery.summary, .text)) }
    if delivery.isHeld, let reason = delivery.held { sentences.append((reason, .statusWarn)) }
    let ways =
      "\(keymap.words(for: .previousComparison)) goes back to look or to change your mind, "
      + "\(keymap.words(for: .quit)) leaves."
    return sentences + [("", .text), (ways, .textMuted)]
  }
}
