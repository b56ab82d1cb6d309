import Terminal

/// A text that does not fit, as a line: which part of it is on the screen, and where something is marked in it.
struct PaneMap: Equatable {
  struct Place: Equatable {
    let isShown: Bool
    /// Where its text begins and ends, in UTF-8 offsets.
    let offsets: Range<Int>
  }

  let pane: TextPane

  /// `nil` for a text that is on the screen whole.
  init?(_ pane: TextPane) {
    guard pane.wrapped != nil, pane.viewport.height > 0, !pane.viewport.showsAll else { return nil }
    self.pane = pane
  }

  /// The text cut into as many equal parts; where these are more than its rows, each row is in one of them.
  func places(_ count: Int) -> [Place] {
    let viewport = pane.viewport
    return (0..<count).map { index in
      let first = index * viewport.total / count
      let end = (index + 1) * viewport.total / count
      return Place(
        isShown: (first..<max(first + 1, end)).overlaps(viewport.rows),
        offsets: offset(ofRow: first)..<offset(ofRow: end))
    }
  }

  /// Behind the last row of the text: its end.
  private func offset(ofRow shown: Int) -> Int {
    guard let wrapped = pane.wrapped, shown < pane.viewport.total - pane.fillers.tail else {
      return pane.source.utf8.count
    }
    return wrapped.anchor(ofRow: pane.fillers.row(atOrAfter: shown))
  }

  /// Draws the line over the one of the title.
  func draw(on surface: inout Surface, in area: Rectangle, role: Role, glyphs: ChromeGlyphs) {
    for (index, place) in places(area.size.columns).enumerated() {
      let cell = Rectangle(column: area.origin.column + index, row: area.origin.row, columns: 1, rows: 1)
      let isMarked = pane.marks.touching(place.offsets).contains { $0.role.isDifference }
      if isMarked {
        surface.fill(cell, with: place.isShown ? glyphs.mapShownMark : glyphs.mapMark, role: .paneBadge)
      } else if place.isShown {
        surface.fill(cell, with: glyphs.mapShown, role: role)
      }
    }
  }

  /// Marks where a search found something; matches are given in the order of the text.
  func draw(
    _ matches: ArraySlice<SearchMatch>, on surface: inout Surface, in area: Rectangle, glyphs: ChromeGlyphs
  ) {
    var rest = matches
    for (index, place) in places(area.size.columns).enumerated() {
      rest = rest.drop { $0.range.lowerBound < place.offsets.lowerBound }
      guard let match = rest.first, match.range.lowerBound < place.offsets.upperBound else { continue }
      let cell = Rectangle(column: area.origin.column + index, row: area.origin.row, columns: 1, rows: 1)
      surface.fill(cell, with: place.isShown ? glyphs.mapShownMark : glyphs.mapMark, role: .markMatch)
    }
  }
}

extension Role {
  /// Marks something that other runs have not, or have otherwise.
  var isDifference: Bool {
    switch self {
    case .diffAdded, .diffUnique, .diffChanged, .diffMoved: true
    default: false
    }
  }
}
