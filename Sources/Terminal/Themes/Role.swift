/// What a cell is for. Themes give each role its looks; what they leave open comes from the role's parent.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case text
  case textMuted = "text.muted"
  case textStrong = "text.strong"
  case textEscape = "text.escape"
  case background
  case border
  case borderFocus = "border.focus"
  case paneTitle = "pane.title"
  case paneTitleFocus = "pane.title.focus"
  case paneBadge = "pane.badge"
  case gutter
  case gutterFocus = "gutter.focus"
  case markMatch = "mark.match"
  case markMatchCurrent = "mark.match.current"
  case status
  case statusKey = "status.key"
  case statusMode = "status.mode"
  case statusInfo = "status.info"
  case statusWarn = "status.warn"
  case statusError = "status.error"
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
  case diffShared = "diff.shared"
  case diffChanged = "diff.changed"
  case diffAdded = "diff.added"
  case diffMissing = "diff.missing"
  case diffMoved = "diff.moved"
  case diffUnique = "diff.unique"
  case diffFiller = "diff.filler"
  case mdHeading = "md.heading"
  case mdCode = "md.code"
  case mdCodeblock = "md.codeblock"
  case mdQuote = "md.quote"
  case mdList = "md.list"
  case mdLink = "md.link"
  case mdEmphasis = "md.emphasis"
  case mdStrong = "md.strong"
  case jsonKey = "json.key"
  case jsonString = "json.string"
  case jsonNumber = "json.number"
  case jsonLiteral = "json.literal"
  case helpKey = "help.key"
  case helpText = "help.text"
  case helpSection = "help.section"
  case menu
  case menuSelected = "menu.selected"
  case menuMatch = "menu.match"
  case input
  case inputPlaceholder = "input.placeholder"
  case inputError = "input.error"
  case hint
  case disabled
}

extension Role {
  /// The nearest role whose name this one's begins with (`mark.match` for `mark.match.current`), or else `text`; `nil` for
  /// `text` itself.
  package var parent: Role? { Self.parents[self] }

  private static let parents: [Role: Role] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .text }.map { ($0, $0.nearestPrefix) })

  private var nearestPrefix: Role {
    var parts = rawValue.split(separator: ".").dropLast()
    while !parts.isEmpty {
      if let role = Role(rawValue: parts.joined(separator: ".")) { return role }
      parts = parts.dropLast()
    }
    return .text
  }
}
