import Terminal

/// Searching the texts of the open comparison.
extension Model {
  mutating func openSearch() -> [Effect] {
    guard let screen else { return [] }
    let start = screen.readingStart
    search.open(
      Search.Origin(
        place: screen.readingPlace, pane: start.pane, offset: start.offset, query: search.query))
    return []
  }

  mutating func pressInSearch(_ key: Key) -> [Effect] {
    switch (key.code, key.modifiers) {
    case (.escape, []), (.character("c"), .control), (.character("g"), .control): return cancelSearch()
    case (.enter, []): return closeSearch()
    case (.character("c"), .alt): return switchSearch { $0.matchesCase.toggle() }
    case (.character("r"), .alt): return switchSearch { $0.isPattern.toggle() }
    case (.down, []), (.character("n"), .control), (.function(3), []): return goToMatch(by: 1)
    case (.up, []), (.character("p"), .control), (.function(3), .shift): return goToMatch(by: -1)
    case (.character("l"), .control): return [.repaint]
    case (.character("z"), .control): return [.suspend]
    case (.backspace, []) where search.line?.isEmpty == true: return cancelSearch()
    default: return editSearch { $0.take(key) }
    }
  }

  mutating func editSearch(_ change: (inout InputLine) -> Bool) -> [Effect] {
    let before = search.query
    guard search.edit(change) else {
      notice = .information("Enter stays here, Esc goes back, M-c minds case, M-r takes a pattern")
      return []
    }
    return search.query == before ? [] : startSearch(showsMatch: true)
  }

  private mutating func switchSearch(_ change: (inout SearchQuery) -> Void) -> [Effect] {
    change(&search.query)
    return startSearch(showsMatch: true)
  }

  private mutating func startSearch(showsMatch: Bool) -> [Effect] {
    guard let screen else { return [] }
    return [.search(search.request(in: screen.searchedTexts, showsMatch: showsMatch))]
  }

  private mutating func closeSearch() -> [Effect] {
    let isAgain = search.query.isEmpty
    search.close()
    guard search.isActive else { return [] }
    guard !isAgain else { return startSearch(showsMatch: true) }
    notice = search.isFault ? .warning(search.status) : nil
    return []
  }

  private mutating func cancelSearch() -> [Effect] {
    if let place = search.origin?.place { withScreen { [size] in $0.restore(place, size: size) } }
    search.cancel()
    return refreshSearch()
  }

  /// Takes the marks of the last search away.
  mutating func clearSearch() -> [Effect] {
    if !search.isActive { notice = .information("there are no marks of a search to take away") }
    search.clear()
    return []
  }

  /// Looks through texts that were not searched yet, those of the comparison that was opened or others of the same, for what is
  /// looked for.
  mutating func refreshSearch() -> [Effect] {
    search.forgetFindings()
    return search.isActive ? startSearch(showsMatch: false) : []
  }

  mutating func take(_ findings: SearchFindings, number: Int) -> [Effect] {
    guard search.take(findings, number: number) else { return [] }
    let start = search.origin.map { ($0.pane, $0.offset) } ?? screen.map { ($0.readingStart) } ?? (0, 0)
    search.start(fromPane: start.0, offset: start.1)
    if search.currentMatch == nil, let place = search.origin?.place {
      withScreen { [size] in $0.restore(place, size: size) }
    }
    revealMatch()
    if search.line == nil { tellSearch() }
    return []
  }

  mutating func goToMatch(by step: Int) -> [Effect] {
    guard search.isActive else {
      notice = .information("nothing is looked for yet")
      return []
    }
    guard !search.isLooking || !search.findings.matches.isEmpty else {
      search.awaitMatch()
      return []
    }
    if let match = search.currentMatch, screen?.shows(match) == true {
      search.step(by: step)
    } else if let start = screen?.readingStart {
      if step > 0 {
        search.start(fromPane: start.pane, offset: start.offset)
      } else {
        search.startBackwards(fromPane: start.pane, offset: start.offset)
      }
    }
    revealMatch()
    if search.line == nil { tellSearch() }
    return []
  }

  private mutating func revealMatch() {
    guard let match = search.currentMatch else { return }
    withScreen { [size] in $0.reveal(match, size: size) }
  }

  private mutating func tellSearch() {
    notice = search.isFault ? .warning(search.status) : .information(search.status)
  }
}
