import Preference
import Terminal

/// The top line: where the rater is on the left, what became of the judgments on the right.
struct HeaderLine: Equatable, Sendable {
  let campaign: String
  let number: Int
  let progress: RaterProgress
  let delivery: DeliveryStatus
  /// The list that the rater goes through.
  var list = QueueFilter()
  var isFlagged = false
  /// Milliseconds for one judgment, once that is known.
  var perJudgment: Double?

  init(campaign: String, number: Int, progress: RaterProgress, delivery: DeliveryStatus) {
    self.campaign = campaign
    self.number = number
    self.progress = progress
    self.delivery = delivery
  }

  private var place: String {
    let place = number == 0 ? " Podium" : " \(number)/\(progress.total)"
    let list = list.words
    return place + (isFlagged ? " ! flagged" : "") + (list.isEmpty ? "" : " · \(list)")
  }

  var saved: String {
    let saved = "\(progress.judged) saved"
    return delivery.summary.isEmpty ? saved : saved + " · " + delivery.summary
  }

  /// The pace is told where there is room for it.
  private func saved(fitting columns: Int, on surface: Surface) -> String {
    let pace = Pace.words(perJudgment: perJudgment, left: progress.total - progress.judged)
    let all = pace.isEmpty ? saved : pace + " · " + saved
    return surface.columns(of: all) <= columns ? all : saved
  }

  func draw(on surface: inout Surface, in area: Rectangle) {
    surface.fill(area, role: .status)
    let end = area.size.columns
    let saved = saved(fitting: end - surface.columns(of: place + campaign) - 6, on: surface)
    let savedColumns = min(surface.columns(of: saved), end)
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
