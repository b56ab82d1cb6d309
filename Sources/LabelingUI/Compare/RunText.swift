import StrictJSON
import Terminal

/// A run's text, read once: as the model wrote it, as it is compared with others, and as it is shown.
struct RunText: Equatable, Sendable {
  private enum Format {
    case markdown
    case json
  }

  /// As the model wrote it.
  let original: String
  /// The text that is compared with others, in UTF-8. JSON has its lines here, whatever the model wrote, unless they would be
  /// many times what it wrote.
  let compared: [UInt8]
  private let format: Format

  init(_ original: String) {
    self.original = original
    let written = Array(original.utf8)
    let json = Self.json(written)
    format = json == nil ? .markdown : .json
    compared = json?.utf8(.indented, atMost: JSONValue.mostReadable(from: written.count)) ?? written
  }

  static func == (left: Self, right: Self) -> Bool {
    left.compared == right.compared && left.original.utf8.elementsEqual(right.original.utf8)
  }

  /// - Parameter isRaw: As the model wrote it, without styles.
  func rendered(isRaw: Bool, for repertoire: Repertoire) -> RenderedText {
    if isRaw {
      let written = Array(original.utf8)
      guard written != compared else { return RenderedText(plain: compared) }
      return RenderedText(shown: original, map: OffsetMap(json: compared, shown: written))
    }
    return switch format {
    case .json: RenderedText(plain: compared, styles: JSONStyles.spans(of: compared))
    case .markdown: MarkdownRenderer.render(compared, for: repertoire)
    }
  }

  /// `nil` for what is no object and no array.
  private static func json(_ bytes: [UInt8]) -> JSONValue? {
    let start = bytes.first { $0 > 0x20 }
    guard start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else { return nil }
    return try? JSONParser.parse(bytes)
  }
}
