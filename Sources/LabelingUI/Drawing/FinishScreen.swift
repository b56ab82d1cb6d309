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

  private var sentences: [(String, Role)] {
    var sentences: [(String, Role)] = [
      (
        progress.total == 0 ? "There is nothing to judge." : "All \(progress.total) comparisons are judged.",
        .textStrong
      ),
      ("Every judgment is on disk.", .text),
    ]
    if !delivery.summary.isEmpty { sentences.append((delivery.summary, .text)) }
    if delivery.isHeld, let reason = delivery.held { sentences.append((reason, .statusWarn)) }
    let ways =
      "\(keymap.words(for: .previousComparison)) goes back to look or to change your mind, "
      + "\(keymap.words(for: .quit)) leaves."
    return sentences + [("", .text), (ways, .textMuted)]
  }
}
