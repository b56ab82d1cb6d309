import Terminal

/// All that the rows of runs depend on, but which rows of the texts they show.
struct RunsLook: Equatable, Sendable {
  let size: Size
  let repertoire: Repertoire
  let glyphs: ChromeGlyphs
  let columns: [CompareLayout.Column]
  let focus: Int?
  let texts: [ShownText]
}

typealias DrawnRuns = DrawnRows<RunsLook, TextPane.Part>
