import Preference
import Terminal

/// One run on the screen: its letter, its text, and which candidate it is.
struct RunColumn: Equatable, Sendable {
  let label: String
  /// Index into the comparison's candidates.
  let candidate: Int
  let role: Role
  /// The text that is compared with others, in UTF-8: JSON has its lines here, whatever the model wrote.
  let source: [UInt8]
  private let original: String
  private var rendered: RenderedText
  var pane: TextPane
  /// How wide it is beside the others.
  var weight = RunColumn.weights.lowerBound + 8
  /// The model wrote nothing.
  let isEmpty: Bool
  private(set) var isRaw = false

  static let weights = 4...36

  init(index: Int, candidate: Int, text: String, isRaw: Bool = false, repertoire: Repertoire) {
    label = RunLabel.text(ofColumn: index)
    self.candidate = candidate
    role = Self.roles[index % Self.roles.count]
    original = text
    source = JSONOutline.indented(Array(text.utf8)) ?? Array(text.utf8)
    isEmpty = text.isEmpty
    self.isRaw = isRaw
    rendered = Self.rendered(source, original, isRaw: isRaw)
    pane = TextPane(rendered.shown, styles: rendered.styles, repertoire: repertoire)
  }

  /// Shows the text as the model wrote it, or rendered. Reading stays where it is.
  mutating func show(raw: Bool) {
    guard raw != isRaw else { return }
    let place = sourceOffset(of: pane.anchor)
    isRaw = raw
    rendered = Self.rendered(source, original, isRaw: raw)
    pane = TextPane(rendered.shown, styles: rendered.styles, repertoire: pane.text.repertoire)
    pane.read(from: shownOffset(of: place))
  }

  mutating func mark(_ marks: [DifferenceMark], in shown: DifferenceSummary.Shown) {
    pane.marks = marks.compactMap { mark in
      let range = shownOffset(of: mark.range.lowerBound)..<shownOffset(of: mark.range.upperBound)
      return range.isEmpty ? nil : RoleSpan(range: range, role: mark.kind.role(in: shown))
    }
  }

  func sourceOffset(of shown: Int) -> Int { rendered.map.source(shown) }
  func shownOffset(of source: Int) -> Int { rendered.map.shown(source) }

  /// JSON that the model wrote on one line has no places in common with the lines that are compared.
  private static func rendered(_ source: [UInt8], _ original: String, isRaw: Bool) -> RenderedText {
    guard isRaw else { return RenderedText(source) }
    let bytes = Array(original.utf8)
    return bytes == source
      ? RenderedText(plain: source) : RenderedText(shown: original, styles: [], map: OffsetMap())
  }

  private static let roles: [Role] = [.run1, .run2, .run3, .run4, .run5, .run6, .run7, .run8]
}
