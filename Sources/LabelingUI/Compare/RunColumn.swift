import Preference
import Terminal

/// One run on the screen: its letter, its text, and which candidate it is.
struct RunColumn: Equatable, Sendable {
  let label: String
  /// Index into the comparison's candidates.
  let candidate: Int
  let role: Role
  let text: RunText
  private var rendered: RenderedText
  var pane: TextPane
  /// How wide it is beside the others.
  var weight = RunColumn.weights.lowerBound + 8
  /// The model wrote nothing to read.
  let missing: MissingText?
  private(set) var isRaw = false

  static let weights = 4...36

  init(index: Int, candidate: Int, text: String, isRaw: Bool = false, repertoire: Repertoire) {
    label = RunLabel.text(ofColumn: index)
    self.candidate = candidate
    role = Self.roles[index % Self.roles.count]
    self.text = RunText(text)
    self.isRaw = isRaw
    rendered = self.text.rendered(isRaw: isRaw, for: repertoire)
    pane = TextPane(rendered.shown, styles: rendered.styles, repertoire: repertoire)
    missing = MissingText(text, shown: pane.text)
  }

  /// The text that is compared with others, in UTF-8.
  var source: [UInt8] { text.compared }

  /// Shows the text as the model wrote it, or rendered. Reading stays where it is.
  mutating func show(raw: Bool) {
    guard raw != isRaw else { return }
    let place = sourceOffset(of: pane.anchor)
    isRaw = raw
    rendered = text.rendered(isRaw: raw, for: pane.text.repertoire)
    pane = TextPane(rendered.shown, styles: rendered.styles, repertoire: pane.text.repertoire)
    pane.read(from: shownOffset(of: place))
  }

  mutating func mark(_ marks: [DifferenceMark], in shown: DifferenceSummary.Shown) {
    pane.marks = marks.compactMap { mark in
      let range = shownOffset(of: mark.range.lowerBound)..<shownOffset(of: mark.range.upperBound)
      return range.isEmpty ? nil : RoleSpan(range: range, role: mark.kind.role(in: shown))
    }
  }

  /// Marks what only looks the same, over what is marked already. Where every character but those of ASCII is spelled out,
  /// nothing looks the same.
  mutating func markUnseen(_ ranges: [Range<Int>]) {
    guard pane.text.repertoire == .unicode else { return }
    pane.marks.overlay(spans(of: ranges, role: .diffChanged))
  }

  private func spans(of ranges: [Range<Int>], role: Role) -> [RoleSpan] {
    ranges.compactMap { range in
      let shown = shownOffset(of: range.lowerBound)..<shownOffset(of: range.upperBound)
      return shown.isEmpty ? nil : RoleSpan(range: shown, role: role)
    }
  }

  func sourceOffset(of shown: Int) -> Int { rendered.map.source(shown) }
  func shownOffset(of source: Int) -> Int { rendered.map.shown(source) }

  private static let roles: [Role] = [.run1, .run2, .run3, .run4, .run5, .run6, .run7, .run8]
}
