/// What a cell is for. Themes give each role its looks; a role they leave out looks like its parent (`run.1` like `run`,
/// `run` like `text`).
package enum Role: String, CaseIterable, Hashable, Sendable {
  case text
  case textMuted = "text.muted"
  case textStrong = "text.strong"
  case textEscape = "text.escape"
  case border
  case borderFocus = "border.focus"
  case paneTitle = "pane.title"
  case paneTitleFocus = "pane.title.focus"
  case paneBadge = "pane.badge"
  case gutter
  case gutterFocus = "gutter.focus"
  case scrollbar
  case scrollbarThumb = "scrollbar.thumb"
  case status
  case statusKey = "status.key"
  case statusMode = "status.mode"
  case statusInfo = "status.info"
  case statusWarn = "status.warn"
  case statusError = "status.error"
  case progressDone = "progress.done"
  case progressTodo = "progress.todo"
  case selection
  case run1 = "run.1"
  case run2 = "run.2"
  case run3 = "run.3"
  case run4 = "run.4"
  case run5 = "run.5"
  case run6 = "run.6"
  case run7 = "run.7"
  case run8 = "run.8"
  case rank1 = "rank.1"
  case rank2 = "rank.2"
  case rankN = "rank.n"
  case rankTie = "rank.tie"
  case rankNone = "rank.none"
  case helpKey = "help.key"
  case helpText = "help.text"
  case helpSection = "help.section"
  case dialog
  case dialogDanger = "dialog.danger"
  case hint
  case disabled
}
