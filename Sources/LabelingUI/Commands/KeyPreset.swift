/// A set of keys to start from.
package enum KeyPreset: String, CaseIterable, Sendable {
  case `default`, vim, emacs
  case oneHandLeft = "one-hand-left"
  case oneHandRight = "one-hand-right"

  /// One line for people who choose.
  package var summary: String {
    switch self {
    case .default: "letters, digits and arrows"
    case .vim: "gg, G, h j k l, :w, :q, ZZ"
    case .emacs: "C-n, C-p, C-v, M-v, C-x C-s, C-x C-c"
    case .oneHandLeft: "all within reach of the left hand"
    case .oneHandRight: "all within reach of the right hand; digits rank"
    }
  }

  /// The keys of commands that have others than the table says. An empty list leaves a command without a key.
  var patterns: [Command: [KeyPattern]] {
    switch self {
    case .default: [:]
    case .vim: Self.vimPatterns
    case .emacs: Self.emacsPatterns
    case .oneHandLeft: Self.leftPatterns
    case .oneHandRight: Self.rightPatterns
    }
  }
}
