import Terminal

/// How far to scroll.
enum ScrollStep: Equatable, Sendable {
  case lines(Int)
  case pages(Int)
  case toTop
  case toBottom
}

extension Viewport {
  mutating func scroll(_ step: ScrollStep) {
    switch step {
    case .lines(let count): scroll(lines: count)
    case .pages(let count): scroll(pages: count)
    case .toTop: scrollToStart()
    case .toBottom: scrollToEnd()
    }
  }
}

extension Command {
  var scrollStep: ScrollStep? {
    switch self {
    case .lineDown: .lines(1)
    case .lineUp: .lines(-1)
    case .pageDown: .pages(1)
    case .pageUp: .pages(-1)
    case .toTop: .toTop
    case .toBottom: .toBottom
    default: nil
    }
  }
}
