import Preference
import Terminal

/// Marks in the runs, worked out outside and taken in when they come.
extension Model {
  /// Asks for the marks of the open comparison; an answer to an earlier request is not waited for any more.
  mutating func compareRuns() -> [Effect] {
    guard let screen, screen.runCount > 1 else { return [] }
    differenceNumber += 1
    return [.compare(screen.differenceRequest(number: differenceNumber, aid: reading.aid))]
  }

  mutating func take(_ difference: RunDifference, number: Int) -> [Effect] {
    guard number == differenceNumber else { return [] }
    withScreen { $0.take(difference) }
    guard tellsDifference, !difference.summary.isPartial else { return [] }
    tellsDifference = false
    if notice == nil { notice = .information(difference.summary.sentence(labels: comparedLabels)) }
    return []
  }

  /// The sentence that says what is marked comes with the answer.
  mutating func cycleAid() -> [Effect] {
    reading.aid = reading.aid.neighbor(by: 1)
    tellsDifference = true
    return compareRuns()
  }

  mutating func setPivot() -> [Effect] {
    guard let screen else { return [] }
    withScreen { $0.pivot = screen.focusedColumn }
    pivots[number] = screen.focusedColumn
    notice = .information(pivotWords(screen))
    return compareRuns()
  }

  /// Only marks of words are about the pivot.
  private func pivotWords(_ screen: CompareScreen) -> String {
    let words = "the others are held against \(screen.columns[screen.focusedColumn].label)"
    switch screen.difference?.summary.shown {
    case .phrases, .unique, .nothing:
      return words + "; marks of words show it (\(keymap.words(for: .cycleAid, runCount: screen.runCount)))"
    default: return words
    }
  }

  /// Two runs alone, and back.
  mutating func togglePair() -> [Effect] {
    guard let screen else { return [] }
    guard screen.pair == nil else {
      notice = .information("all runs again")
      return leavePair()
    }
    guard screen.runCount > 2 else {
      notice = .information("there are only two runs here")
      return []
    }
    overlay = .otherRun
    notice = .information(
      "type the letter of the run to compare with \(screen.columns[screen.focusedColumn].label)")
    return []
  }

  /// The key after that: a letter, or anything else to give up.
  mutating func chooseOther(_ key: Key) -> [Effect] {
    overlay = nil
    guard let screen else { return [] }
    guard case .character(let scalar) = key.code, key.modifiers.isEmpty,
      let other = RunLabel.column(ofLetter: scalar), other < screen.runCount
    else {
      notice = .information("no run was chosen")
      return []
    }
    guard other != screen.focusedColumn else {
      notice = .information("\(screen.columns[other].label) is the run in focus: choose another one")
      return []
    }
    withScreen { [size] in $0.drill(into: other, size: size) }
    notice = .information(
      "\(comparedLabels.joined(separator: " and ")) alone; "
        + "\(keymap.words(for: .pairUp, runCount: screen.runCount)) shows all again")
    return compareRuns() + refreshSearch()
  }

  mutating func leavePair() -> [Effect] {
    withScreen { [size] in $0.leavePair(size: size) }
    return compareRuns() + refreshSearch()
  }

  private var comparedLabels: [String] {
    screen.map { screen in screen.comparedColumns.map { screen.columns[$0].label } } ?? []
  }
}
