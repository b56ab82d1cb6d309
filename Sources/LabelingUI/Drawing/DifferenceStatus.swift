import Preference
import Terminal

/// What is marked, at the right end of the line with the order: `27 % alike · shared phrases`; of many runs also against which
/// one, and which two are looked at alone.
struct DifferenceStatus: Equatable, Sendable {
  private static let unseenParts = "unseen parts"

  private let summary: DifferenceSummary?
  private let unseen: UnseenDifference
  private let pivot: Int
  private let runCount: Int
  /// The runs that are compared, if not all are.
  private let pair: [Int]?
  private let scrolling: ScrollMode
  private let isZoomed: Bool

  init(_ screen: CompareScreen) {
    var summary = screen.difference?.summary
    if screen.pair == nil, screen.runCount > 2, screen.pivot > 0 {
      summary?.pivotLabel = RunLabel.text(ofColumn: screen.pivot)
    }
    self.summary = summary
    unseen = screen.difference?.unseen ?? .none
    pivot = screen.pivot
    runCount = screen.runCount
    pair = screen.pair
    scrolling = screen.scrolling
    isZoomed = screen.isZoomed
  }

  /// The longest first.
  private var forms: [String] {
    // One run alone scrolls with nothing.
    let scroll = isZoomed ? "zoomed" : scrolling == .aligned ? nil : scrolling.words
    guard let summary else { return [scroll].compactMap(\.self) }
    if unseen.isAll {
      let words = "same to the eye, other characters"
      return [[scroll, words].compactMap(\.self).joined(separator: " · "), words, Self.unseenParts]
    }
    let labels = (pair ?? Array(0..<runCount)).map(RunLabel.text(ofColumn:))
    let identical = summary.identicalShort(labels: labels)
    let short = unseen.isEmpty ? summary.shortWords : summary.shortWordsOfUnseen
    let brief = unseen.isEmpty ? summary.briefWords : summary.briefWordsOfUnseen
    let words = [identical, short].filter { !$0.isEmpty }.joined(separator: " · ")
    let scope = scope(of: summary)
    let forms: [[String?]] = [
      [scroll, scope, words], [scroll, scope, short], [scroll, words], [scroll, short],
      [pair == nil ? nil : scope], [short], [brief], [unseen.isEmpty ? summary.leastWords : Self.unseenParts],
      [scroll],
    ]
    return forms.map { $0.compactMap(\.self).joined(separator: " · ") }.filter { !$0.isEmpty }
  }

  /// Which runs the marks are about, where that is not plain.
  private func scope(of summary: DifferenceSummary) -> String? {
    if let pair { return pair.map(RunLabel.text(ofColumn:)).joined(separator: " and ") + " alone" }
    guard runCount > 2, summary.shown == .words || summary.shown == .paths else { return nil }
    return "against \(RunLabel.text(ofColumn: pivot))"
  }

  /// The longest form that fits behind what stands on the line already.
  func draw(on surface: inout Surface, in area: Rectangle, after column: Int) {
    let room = area.size.columns - column - 3
    guard area.size.rows > 0, let text = forms.first(where: { surface.columns(of: $0) <= room })
    else {
      return
    }
    let columns = surface.columns(of: text)
    surface.write(
      text, at: Position(column: area.size.columns - columns - 1, row: area.origin.row), columns: columns,
      role: .textMuted)
  }
}
