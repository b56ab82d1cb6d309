import Terminal

/// A sign that stands beside texts and words, for the legend in the list of keys. What it is drawn as comes from what draws it.
enum ScreenSign: CaseIterable, Equatable, Sendable {
  case changed, onlyHere, missing, moved, shared
  case focus, continued, mapShown, mapMark
  case unjudged, judged, cannotJudge, draft, flagged, ratersDiffer
  case unanswered

  func text(_ glyphs: ChromeGlyphs, for repertoire: Repertoire) -> String {
    switch self {
    case .changed: DifferenceSign.changed.glyph(for: repertoire).text
    case .onlyHere: DifferenceSign.onlyHere.glyph(for: repertoire).text
    case .missing: DifferenceSign.missing.glyph(for: repertoire).text
    case .moved: DifferenceSign.moved.glyph(for: repertoire).text
    case .shared: DifferenceSign.shared.glyph(for: repertoire).text
    case .focus: glyphs.focusMark.text
    case .continued: ContinuationSign.glyph(for: repertoire).text
    case .mapShown: glyphs.mapShown.text
    case .mapMark: glyphs.mapMark.text
    case .unjudged: QueueSign.unjudged.rawValue
    case .judged: QueueSign.judged.rawValue
    case .cannotJudge: QueueSign.cannotJudge.rawValue
    case .draft: QueueSign.draft.rawValue
    case .flagged: QueueSign.flagged.rawValue
    case .ratersDiffer: QueueSign.ratersDiffer.rawValue
    case .unanswered: ReasonsPanel.missingSign
    }
  }

  /// One sentence.
  var help: String {
    switch self {
    case .changed: "Beside a row: something else stands here in another run."
    case .onlyHere: "Beside a row: only this run says it."
    case .missing: "Beside an original: the correction leaves it out."
    case .moved: "Beside a row: another run says it too, elsewhere."
    case .shared: "Beside a row: another run has the same words."
    case .focus: "Beside rows: the text in focus, or what is selected in a list."
    case .continued: "Before a row: the line of code above goes on."
    case .mapShown: "In a title: the part of the text that is on the screen."
    case .mapMark: "In a title: something is marked there."
    case .unjudged: "In the list: not judged yet."
    case .judged: "In the list: judged."
    case .cannotJudge: "In the list: you could not judge it."
    case .draft: "In the list: begun and not saved."
    case .flagged: "In the list: flagged."
    case .ratersDiffer: "In the list: raters differ."
    case .unanswered: "Behind a letter in the rubric: an answer is missing."
    }
  }
}
