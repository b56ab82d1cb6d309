/// What the program may send, and nothing else: a list of what drawing needs.
extension TerminalStream {
  /// Everything that is not on the list, with what came before it.
  var faults: [String] {
    var faults: [String] = []
    var marks = 0
    let questions = questions
    for (index, piece) in pieces.enumerated() {
      if case .scalar(let scalar) = piece, Self.isMark(scalar) { marks += 1 } else { marks = 0 }
      if questions.contains(index) { continue }
      if marks > Self.marksOfACell || !Self.isAllowed(piece) {
        faults.append("\(piece) after \(text(before: index).debugDescription)")
      }
    }
    return faults
  }

  /// What the program asks the terminal, all of it and once; the same from a text would come again.
  private var questions: Range<Int> {
    let asked: [Piece] = [.sequence("?2026$p"), .sequence("?2031$p"), .string("]11;?"), .sequence("c")]
    return pieces.firstRange(of: asked) ?? 0..<0
  }

  /// The colors asked for, 39 and 49 (the terminal's own) apart.
  var colors: [Int] {
    pieces.flatMap { piece -> [Int] in
      guard case .sequence(let sequence) = piece, sequence.last == "m" else { return [] }
      return sequence.dropLast().split(separator: ";").compactMap { Int($0) }
        .filter { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
    }
  }

  private func text(before index: Int) -> String {
    String(
      String.UnicodeScalarView(
        pieces[max(0, index - 40)..<index].compactMap {
          if case .scalar(let scalar) = $0 { scalar } else { nil }
        }))
  }

  private static let marksOfACell = 4

  private static func isAllowed(_ piece: Piece) -> Bool {
    switch piece {
    case .scalar(let scalar): isVisible(scalar)
    case .control(let byte): "\r\n\u{8}\t".utf8.contains(byte)
    case .escape(let sequence): ["(B", "=", ">", "M", "7", "8"].contains(sequence)
    case .sequence(let sequence): isAllowed(sequence: sequence)
    case .string(let string): isTitle(string)
    case .notUTF8: false
    }
  }

  private static func isAllowed(sequence: String) -> Bool {
    if modes.contains(sequence) { return true }
    guard let final = sequence.last, sequence.dropLast().allSatisfy({ ("0"..."9").contains($0) || $0 == ";" })
    else { return false }
    return final == "m" ? areLooks(sequence.dropLast()) : "HABCDGdJKXP@LMSTrb".contains(final)
  }

  private static let modes: Set<String> =
    Set(["1", "7", "12", "25", "1049", "2004", "1000", "1002", "1006"].flatMap { ["?\($0)h", "?\($0)l"] })
    .union(["4l", "22;2t", "23;2t", "22;0;0t", "23;0;0t"])

  /// Colors, bold, dim, italic, underline and reverse: nothing hides and nothing blinks.
  private static func areLooks(_ parameters: Substring) -> Bool {
    var numbers = parameters.split(separator: ";").map { Int($0) ?? -1 }[...]
    while let number = numbers.popFirst() {
      switch number {
      case 38, 48:
        guard numbers.popFirst() == 5, let color = numbers.popFirst(), (0...255).contains(color) else {
          return false
        }
      case 0...4, 7, 22...24, 27, 30...37, 39...47, 49, 90...97, 100...107: break
      default: return false
      }
    }
    return true
  }

  /// Ours begins with the program's name, and shows all there is of it.
  private static func isTitle(_ string: String) -> Bool {
    string.hasPrefix("]2;podium ") && string.unicodeScalars.allSatisfy { isVisible($0) && !isMark($0) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }

  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if signs.contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    default:
      return !scalar.properties.isVariationSelector && !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Arabic, Syriac and Kaithi signs that Unicode counts as formats, and everybody sees.
  private static let signs: Set<UInt32> = Set(0x600...0x605).union([
    0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
  ])
}
