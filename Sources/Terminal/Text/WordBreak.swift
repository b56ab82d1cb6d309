/// Places inside a word at which a row may end where a blank would leave much of it empty: after the hyphen of `well-known`,
/// the dash of `either—or`, the slashes of `path/to/file`. Options, fractions, ranges of numbers and tags have none.
enum WordBreak {
  private enum Mark {
    case hyphen, dash, slash
  }

  static func isAllowed(before index: Int, in elements: Slice<UnsafeBufferPointer<TextElement>>) -> Bool {
    guard let mark = mark(elements[index - 1]), index - 2 >= elements.startIndex else { return false }
    let (previous, next) = (elements[index - 2], elements[index])
    guard LineBreakClass.mayBegin(next) else { return false }
    switch mark {
    case .hyphen: return isLetter(previous) && isLetter(next)
    case .dash: return joins(previous, next)
    case .slash: return joins(previous, next) || (self.mark(previous) == .slash && isLetter(next))
    }
  }

  private static func mark(_ element: TextElement) -> Mark? {
    guard element.kind == .narrow || element.kind == .likeness else { return nil }
    return switch element.scalar {
    case "-", "\u{2010}": .hyphen
    case "–", "—": .dash
    case "/": .slash
    default: nil
    }
  }

  private static func joins(_ previous: TextElement, _ next: TextElement) -> Bool {
    (isLetter(previous) && (isLetter(next) || isDigit(next))) || (isDigit(previous) && isLetter(next))
  }

  private static func isDigit(_ element: TextElement) -> Bool { (0x30...0x39).contains(element.code) }

  private static func isLetter(_ element: TextElement) -> Bool {
    switch element.kind {
    case .narrow, .wide, .spelled: element.scalar.properties.isAlphabetic
    case .narrowCluster, .wideCluster: true
    case .token, .excessMarks, .tab, .likeness: false
    }
  }
}
