import Preference
import Terminal

/// The top line: where the rater is on the left, what became of the judgments on the right.
struct HeaderLine: Equatable {
  let campaign: String
  let number: Int
  let progress: RaterProgress
  let delivery: DeliveryStatus

  var saved: String {
    let saved = "\(progress.judged) saved"
    return delivery.summary.isEmpty ? saved : saved + " · " + delivery.summary
  }

  func draw(on surface: inout Surface, in area: Rectangle) {
    surface.fill(area, role: .status)
    let place = number == 0 ? " Podium" : " \(number)/\(progress.total)"
    let end = area.size.columns
    let savedColumns = min(TextWidth.columns(of: saved), end)
    let left = max(0, end - savedColumns - 2)
    let used = surface.write(
      place, at: area.origin, columns: left, role: .statusMode)
    surface.write(
      " · " + campaign, at: Position(column: used, row: area.origin.row), columns: max(0, left - used),
      role: .status)
    surface.write(
      saved, at: Position(column: end - savedColumns - 1, row: area.origin.row), columns: savedColumns,
      role: delivery.refused > 0 || delivery.isHeld ? .statusWarn : .statusInfo)
  }
}
