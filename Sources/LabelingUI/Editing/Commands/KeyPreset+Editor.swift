import Terminal

/// The editor's keys of a preset. `vim` has those of the default: who writes in vim has it one key away, as `$EDITOR`.
extension KeyPreset {
  var editorSequences: [EditorCommand: [KeySequence]] {
    switch self {
    case .default, .vim, .oneHandRight: [:]
    case .emacs: Self.emacsEditorSequences
    case .oneHandLeft: Self.leftEditorSequences
    }
  }

  private static let emacsEditorSequences: [EditorCommand: [KeySequence]] = [
    .left: [.control("b"), .code(.left)],
    .right: [.control("f"), .code(.right)],
    .up: [.control("p"), .code(.up)],
    .down: [.control("n"), .code(.down)],
    .wordLeft: [.alt("b"), .code(.left, .control)],
    .wordRight: [.alt("f"), .code(.right, .control)],
    .lineStart: [.control("a"), .code(.home)],
    .lineEnd: [.control("e"), .code(.end)],
    .pageUp: [.alt("v"), .code(.pageUp)],
    .pageDown: [.control("v"), .code(.pageDown)],
    .selectAll: [.prefixed("h")],
    .deleteForward: [.control("d"), .code(.delete)],
    .deleteWordBackward: [.code(.backspace, .alt)],
    .deleteToLineStart: [.control("u")],
    .cut: [.control("w")],
    .copy: [.alt("w")],
    .paste: [.control("y")],
    .undo: [.control("_"), .prefixed("u")],
    .redo: [.alt("_")],
    .search: [.control("s")],
    .nextMatch: [.code(.function(3)), .prefixed("n")],
    .previousMatch: [.code(.function(3), .shift), .control("r")],
    .replace: [.alt("%")],
    .save: [.prefixed(control: "s"), .code(.function(2))],
    .leave: [.code(.escape), .control("g"), .prefixed(control: "c")],
    .discard: [.prefixed("k")],
    .editExternally: [.prefixed(control: "e"), .control("o")],
    .suspend: [.control("z"), .prefixed(control: "z")],
  ]

  private static let leftEditorSequences: [EditorCommand: [KeySequence]] = [
    .up: [.alt("w"), .code(.up)],
    .down: [.alt("s"), .code(.down)],
    .left: [.alt("a"), .code(.left)],
    .right: [.alt("d"), .code(.right)],
    .pageUp: [.alt("2"), .code(.pageUp)],
    .pageDown: [.alt("3"), .code(.pageDown)],
    .deleteBackward: [.control("b"), .code(.backspace)],
    .redo: [.alt("r"), .control("y")],
    .discard: [.alt("x")],
    .editExternally: [.control("q"), .control("o")],
  ]
}

extension KeySequence {
  private static let prefix = Key(.character("x"), modifiers: .control)

  /// Behind `C-x`.
  fileprivate static func prefixed(_ scalar: Unicode.Scalar) -> KeySequence {
    KeySequence(prefix, Key(.character(scalar)))
  }

  fileprivate static func prefixed(control scalar: Unicode.Scalar) -> KeySequence {
    KeySequence(prefix, Key(.character(scalar), modifiers: .control))
  }
}
