import Preference
import Terminal

/// One comparison under judgment: what is shown, what is in focus, and the order so far.
struct CompareScreen: Equatable, Sendable {
  enum Focus: Equatable, Sendable {
    case prompt
    case column(Int)
  }

  private(set) var item: ComparisonItem
  var columns: [RunColumn]
  var prompt: PromptPane
  var focus = Focus.column(0)
  var scrolling: ScrollMode
  /// The order as it stands on the screen; candidate indices.
  var ranking: Ranking
  /// What raters are asked beside the order.
  var rubric: Rubric?
  /// Comments, corrections and answers as they stand.
  var remarks: Remarks
  /// Texts that were begun and put down, to go on with.
  var laidAside: [OpenEdit] = []
  /// Corrected texts stand in the place of the originals.
  var showsCorrections = false
  /// The next letter joins the last tier.
  var tiesNext = false
  /// The order differs from what is saved.
  var isChanged = false
  /// The rater wants to come back to it.
  var isFlagged: Bool
  /// When the comparison was first on the terminal; until then no key labels it.
  var shownAt: Duration?
  /// The column that the others are held against.
  var pivot = 0
  /// Two columns that are looked at alone.
  var pair: [Int]?
  /// What the marks in the runs come from, once it is known.
  var difference: RunDifference?
  /// One run has the whole screen: the one in focus.
  var isZoomed = false
  /// Where the last jump led, as an offset of what is shown in focus; `nil` once it was scrolled since.
  var target: Int?
  private(set) var size: Size
  private(set) var layout: CompareLayout

  init(
    _ item: ComparisonItem, size: Size, repertoire: Repertoire, reading: ReadingChoices = ReadingChoices()
  ) {
    self.item = item
    self.size = size
    scrolling = reading.scrolling
    columns = item.order.enumerated().map { index, candidate in
      RunColumn(
        index: index, candidate: candidate, text: item.comparison.candidates[candidate].displayText,
        isRaw: reading.isRaw, repertoire: repertoire)
    }
    prompt = PromptPane(
      item.comparison, showsReference: reading.showsReference, repertoire: repertoire)
    ranking = item.judged?.ranking ?? Ranking()
    remarks = item.judged?.remarks ?? Remarks()
    isFlagged = item.isFlagged
    layout = CompareLayout(size: size, runs: Array(item.order.indices), focusedColumn: 0, promptRows: 0)
    fit(size)
  }

  var runCount: Int { columns.count }

  /// What the terminal can show.
  var repertoire: Repertoire { prompt.pane.text.repertoire }

  /// What was decided is in the workspace, and nothing of it is a draft any more.
  mutating func noteSaved(_ decision: Decision) {
    item.judged = decision
    isChanged = false
    remarks = decision.remarks
    ranking = decision.ranking
  }

  /// The columns that may stand side by side now, left to right.
  var shownColumns: [Int] { isZoomed ? [focusedColumn] : comparedColumns }

  /// The column in focus; behind the prompt, the one that would be.
  var focusedColumn: Int {
    if case .column(let index) = focus { return index }
    return layout.columns.first?.index ?? 0
  }

  /// Lays the screen out anew. Reading positions stay with their text.
  mutating func fit(_ size: Size) {
    self.size = size
    prompt.pane.fit(columns: max(1, size.columns - 1), rows: size.rows)
    layOut(promptRows: prompt.wantedRows(on: size))
    if layout.promptBody != nil, let rows = prompt.wantedRows(withSpare: spareRows, on: size) {
      layOut(promptRows: rows)
    }
    prompt.pane.fit(columns: max(1, size.columns - 1), rows: layout.promptBody?.size.rows ?? 0)
    if scrolling == .aligned, layout.columns.contains(where: { $0.index == focusedColumn }) {
      followByRow(focusedColumn)
    }
  }

  /// Rows that none of the runs on the screen needs.
  private var spareRows: Int {
    layout.columns.map { $0.body.size.rows - columns[$0.index].pane.viewport.total }.min() ?? 0
  }

  private mutating func layOut(promptRows: Int) {
    layout = CompareLayout(
      size: size, runs: shownColumns, focusedColumn: focusedColumn,
      firstColumn: layout.columns.first?.index ?? 0,
      promptRows: promptRows, weights: columns.map(\.weight))
    for column in layout.columns { columns[column.index].pane.wrap(columns: column.body.size.columns) }
    let fillers = scrolling == .aligned ? fillers() : layout.columns.map { _ in FillerRows() }
    for (column, fillers) in zip(layout.columns, fillers) {
      columns[column.index].pane.layOut(rows: column.body.size.rows, fillers: fillers)
    }
  }
}
