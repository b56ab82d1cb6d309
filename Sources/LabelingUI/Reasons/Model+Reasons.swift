import Preference
import Terminal

/// Answering the rubric.
extension Model {
  mutating func showReasons() -> [Effect] {
    guard let screen, let rubric,
      let panel = ReasonsPanel(rubric, order: screen.item.order, column: screen.focusedColumn)
    else { return [] }
    return open(panel)
  }

  /// Before a decision is saved, what is required is asked. Who cannot judge is asked nothing.
  ///
  /// - Returns: Whether something is missing, and the panel asks for it.
  mutating func askForReasons(before decision: Decision, on screen: CompareScreen) -> Bool {
    guard let rubric, decision.verdict != .cannotJudge else { return false }
    guard
      var panel = ReasonsPanel(
        rubric, order: screen.item.order, column: screen.focusedColumn, decision: decision)
    else { return false }
    let missing = panel.missing(in: screen.remarks.answers)
    guard let first = missing.first else { return false }
    panel.go(to: first)
    _ = open(panel)
    notice = .information(
      "not saved yet: \(missing.count == 1 ? "one answer is" : "\(missing.count) answers are") required; Enter saves then"
    )
    return true
  }

  mutating func pressInReasons(_ key: Key, at time: Duration) -> [Effect] {
    guard case .reasons(var panel) = overlay, let screen else { return [] }
    let outcome = panel.press(key, answers: screen.remarks.answers, keymap: keymap)
    overlay = .reasons(panel)
    defer { makeRoomForPanel() }
    return carryOut(outcome, of: panel, at: time)
  }

  private mutating func carryOut(
    _ outcome: ReasonsPanel.Outcome, of panel: ReasonsPanel, at time: Duration
  ) -> [Effect] {
    switch outcome {
    case .stays: return []
    case .refused(let words):
      notice = .information(words)
      return []
    case .answers(let slot, let answer):
      withScreen { $0.remarks.answers[slot] = answer }
      return []
    case .writes(let slot): return focus(on: panel) + edit(.answer(slot), from: panel)
    case .moves: return focus(on: panel)
    case .finishes: return finish(panel)
    case .closes:
      overlay = nil
      notice = panel.decision.map { .information(unconfirmedWords($0, in: panel)) }
      return []
    case .allows(let command): return carryOut(CommandRequest(command), at: time)
    }
  }

  /// Why nothing is saved, and what saves it.
  private func unconfirmedWords(_ decision: Decision, in panel: ReasonsPanel) -> String {
    guard let screen else { return "not saved" }
    let isMissing = !panel.missing(in: screen.remarks.answers).isEmpty
    let reason = isMissing ? "answers are missing" : "the verdict was not confirmed"
    let isOrder = screen.runCount > 2 && decision.verdict == .ranked
    let way = isOrder ? "\(keymap.words(for: .save)) asks again" : "give the verdict again"
    let saving = isOrder ? "\(keymap.words(for: .save)) saves it" : "the verdict given again is saved"
    return "not saved: \(reason); " + (isMissing ? way : saving)
  }

  mutating func pasteIntoReasons(_ text: String) -> Bool {
    guard case .reasons(var panel) = overlay, panel.insert(pasted: text) else { return false }
    overlay = .reasons(panel)
    return true
  }

  private mutating func open(_ panel: ReasonsPanel) -> [Effect] {
    overlay = .reasons(panel)
    defer { makeRoomForPanel() }
    return focus(on: panel)
  }

  /// The run that is answered about is in sight, also if two others were looked at alone.
  private mutating func focus(on panel: ReasonsPanel) -> [Effect] {
    guard let column = panel.place.column, let screen else { return [] }
    let effects = screen.comparedColumns.contains(column) ? [] : leavePair()
    return effects + read { [size] in _ = $0.moveFocus(toNumber: column + 1, size: size) }
  }

  private mutating func finish(_ panel: ReasonsPanel) -> [Effect] {
    overlay = nil
    guard let decision = panel.decision, let screen else { return [] }
    return save(Decision(verdict: decision.verdict, ranking: decision.ranking, remarks: screen.remarks))
  }
}
