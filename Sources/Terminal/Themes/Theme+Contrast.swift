extension Theme {
  /// How well a role's text stands out, as WCAG 2 counts; `nil` where the colors are the user's own.
  package func contrast(of role: Role, at depth: ColorDepth) -> Double? {
    let style = style(of: role, at: depth)
    guard let foreground = style.foreground.flatMap(LinearColor.init),
      let background = (style.background ?? assumedBackground).flatMap(LinearColor.init)
    else { return nil }
    return foreground.contrast(with: background)
  }
}

extension Role {
  /// The least contrast that lets people read it (WCAG 2 AA): 4.5 for text, 3 for what is only seen, nothing for what
  /// is better overlooked.
  package var leastContrast: Double {
    switch self {
    case .border, .borderFocus, .gutter, .gutterFocus, .scrollbarThumb, .progressDone: 3
    case .scrollbar, .progressTodo, .diffFiller, .background: 1
    default: 4.5
    }
  }
}
