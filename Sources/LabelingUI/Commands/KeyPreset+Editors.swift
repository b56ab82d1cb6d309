import Terminal

extension KeyPreset {
  /// `g` begins sequences here, so a verdict on all has a sequence too.
  static let vimPatterns: [Command: [KeyPattern]] = [
    .allGood: [.typed("g", "a"), .alt("g")],
    .reasons: [.character("H"), .alt("h")],
    .save: [.code(.enter), .typed(":", "w")],
    .redo: [.control("r")],
    .lineDown: [.character("j"), .code(.down), .control("e")],
    .lineUp: [.character("k"), .code(.up), .control("y")],
    .toTop: [.typed("g", "g"), .code(.home)],
    .toBottom: [.character("G"), .code(.end)],
    .focusNext: [.character("l"), .code(.tab), .code(.right)],
    .focusPrevious: [.character("h"), .code(.tab, .shift), .code(.left)],
    .help: [.character("?"), .code(.function(1)), .typed(":", "h")],
    .quit: [.character("q"), .typed("Z", "Z"), .typed(":", "q")],
  ]

  static let emacsPatterns: [Command: [KeyPattern]] = [
    .save: [.code(.enter), .prefixed(.control("s"))],
    .undo: [.control("_"), .prefixed(.character("u")), .character("u"), .character("U")],
    .redo: [.alt("_"), .character("r"), .character("R")],
    .nextComparison: [.alt("n"), .character("]")],
    .previousComparison: [.alt("p"), .character("[")],
    .nextUnjudged: [.alt("}"), .character("}")],
    .lineDown: [.control("n"), .code(.down)],
    .lineUp: [.control("p"), .code(.up)],
    .pageDown: [.control("v"), .code(.pageDown), .character(" ")],
    .pageUp: [.alt("v"), .code(.pageUp)],
    .toTop: [.alt("<"), .code(.home)],
    .toBottom: [.alt(">"), .code(.end)],
    .focusNext: [.prefixed(.character("o")), .code(.tab), .code(.right), .control("f")],
    .focusPrevious: [.prefixed(.character("p")), .code(.tab, .shift), .code(.left), .control("b")],
    .suspend: [.control("z"), .prefixed(.control("z"))],
    .quit: [.prefixed(.control("c")), .character("q"), .character("Q")],
  ]
}

extension KeyPattern {
  /// That key behind `C-x`.
  fileprivate static func prefixed(_ pattern: KeyPattern) -> KeyPattern {
    guard case .keys(let sequence) = pattern else { return pattern }
    return .keys(KeySequence(Key(.character("x"), modifiers: .control), sequence.first))
  }
}
