/// What a rater can ask for. The table of their keys and words is `CommandTable`.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case chooseRun = "choose-run"
  case placeFocused = "place-focused"
  case tie
  case takeBack = "take-back"
  case save
  case allGood = "all-good"
  case allBad = "all-bad"
  case cannotJudge = "cannot-judge"
  case correct
  case comment
  case commentRun = "comment-run"
  case editExternally = "edit-externally"
  case toggleCorrections = "toggle-corrections"
  case undo
  case redo
  case nextComparison = "next-comparison"
  case previousComparison = "previous-comparison"
  case nextUnjudged = "next-unjudged"
  case queue = "list"
  case wholeQueue = "whole-list"
  case goTo = "go-to"
  case toggleFlag = "flag"
  case reasons = "why"
  case lineDown = "line-down"
  case lineUp = "line-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case toTop = "to-top"
  case toBottom = "to-bottom"
  case focusNext = "focus-next"
  case focusPrevious = "focus-previous"
  case focusNumber = "focus-number"
  case focusPrompt = "focus-prompt"
  case toggleScrolling = "toggle-scrolling"
  case togglePrompt = "toggle-prompt"
  case inspect = "hidden-characters"
  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case clearSearch = "clear-search"
  case cycleAid = "cycle-aid"
  case pairUp = "pair-up"
  case setPivot = "set-pivot"
  case nextDifference = "next-difference"
  case previousDifference = "previous-difference"
  case nextUnique = "next-unique"
  case nextBlock = "next-block"
  case previousBlock = "previous-block"
  case toggleZoom = "toggle-zoom"
  case widen
  case narrow
  case evenWidths = "even-widths"
  case toggleRaw = "toggle-raw"
  case toggleReference = "toggle-reference"
  case help
  case copy
  case toggleMouse = "toggle-mouse"
  case chooseTheme = "choose-theme"
  case redraw
  case interrupt
  case suspend
  case quit
}

extension Command {
  /// Whether its key says of which run it is, so that it cannot be asked for by name alone.
  var needsRun: Bool { self == .chooseRun || self == .focusNumber }
}
