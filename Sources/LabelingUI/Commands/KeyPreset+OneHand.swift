import Terminal

extension KeyPreset {
  /// Runs A to G have letters on the left already; Space is under the thumb.
  static let leftPatterns: [Command: [KeyPattern]] = [
    .tie: [.character("w"), .character("W"), .character("=")],
    .allGood: [.character("v"), .character("V")],
    .allBad: [.character("x"), .character("X")],
    .cannotJudge: [.character("s"), .character("S")],
    .reasons: [.alt("s"), .character("H")],
    .placeFocused: [.character("r"), .character("R")],
    .takeBack: [.character("t"), .character("T"), .code(.backspace)],
    .save: [.character(" "), .code(.enter)],
    .undo: [.character("z"), .character("Z")],
    .redo: [.control("r")],
    .nextComparison: [.control("f"), .character("]")],
    .previousComparison: [.control("a"), .character("[")],
    .nextUnjudged: [.control("g"), .character("}")],
    .lineDown: [.character("3"), .code(.down)],
    .lineUp: [.character("2"), .code(.up)],
    .pageDown: [.character("5"), .code(.pageDown)],
    .pageUp: [.character("4"), .code(.pageUp)],
    .toTop: [.control("t"), .code(.home)],
    .toBottom: [.control("b"), .code(.end)],
    .focusNext: [.code(.tab), .code(.right)],
    .focusPrevious: [.code(.tab, .shift), .character("1"), .code(.left)],
    .focusNumber: [],
    .focusPrompt: [.character("`"), .character("0")],
    .toggleScrolling: [.control("s")],
    .togglePrompt: [.control("e")],
    .help: [.code(.function(1)), .character("?")],
    .redraw: [.code(.function(5)), .control("l")],
    .quit: [.character("q"), .character("Q")],
  ]

  /// Made for the keypad: digits rank, 0 ties, Enter saves; the rest is on its left.
  static let rightPatterns: [Command: [KeyPattern]] = [
    .chooseRun: [.runLetter, .digit],
    .tie: [.character("0"), .character("=")],
    .allGood: [.character("o"), .character("O")],
    .allBad: [.character("-")],
    .cannotJudge: [.character("n"), .character("N")],
    .reasons: [.character("H"), .alt("h")],
    .takeBack: [.code(.backspace), .character(".")],
    .redo: [.character("y"), .character("Y")],
    .lineDown: [.character("j"), .code(.down)],
    .lineUp: [.character("k"), .code(.up)],
    .pageDown: [.code(.pageDown), .character(" ")],
    .pageUp: [.code(.pageUp), .character("\\")],
    .focusNext: [.code(.right), .character("l")],
    .focusPrevious: [.code(.left), .character("h")],
    .focusNumber: [],
    .focusPrompt: [.character("'")],
    .toggleScrolling: [.character(";")],
    .nextMatch: [.code(.function(3))],
    .previousMatch: [.code(.function(3), .shift), .character(",")],
    .quit: [.code(.function(10)), .character("q"), .character("Q")],
  ]
}
