import TestSupport

/// What the server has in the end, beside what it should have.
struct FaultTally: Equatable, CustomStringConvertible {
  var records = 0
  /// Wanted, and not there.
  var lost = 0
  /// Not wanted, and there.
  var extra = 0
  /// There, with something else in it.
  var different = 0
  /// Places with a second id, at any time, that nobody had asked for.
  var duplicated = 0
  /// Groups of which some is there, and not all.
  var half = 0
  /// Groups that are set aside.
  var aside = 0
  /// Groups that should be.
  var refused = 0

  /// - Parameter takesBack: Whether any group may have been refused in part, and so taken back, for a while.
  init(_ work: FaultWork, _ store: FaultStore, aside: Int, takesBack: Bool) {
    self.aside = aside
    let (contents, idCounts) = (store.contents, store.idCounts)
    var known = 0
    for number in work.wanted.indices {
      let isRefused = work.isRefused(number)
      if isRefused { refused += 1 }
      let scores = isRefused ? [:] : work.wanted[number]
      records += scores.count
      var (there, missing) = (0, 0)
      for candidate in 0..<3 {
        let slot = work.slot(number, candidate)
        let found = contents[slot] ?? [:]
        known += found.count
        // What was taken back for the sake of a refused sibling comes back under a new id as well.
        let ids =
          takesBack || work.isMarked(number) ? .max : 1 + work.returns[number * 4 + candidate, default: 0]
        if found.count > 1 || idCounts[slot, default: 0] > ids { duplicated += 1 }
        there += found.isEmpty ? 0 : 1
        switch (scores[candidate], found.first?.value) {
        case (nil, nil): break
        case (nil, _?): extra += 1
        case (_?, nil): missing += 1
        case (let wanted?, let score?): different += wanted == score ? 0 : 1
        }
      }
      lost += missing
      if there > 0 && missing > 0 { half += 1 }
    }
    extra += store.count - known
  }

  var isClean: Bool {
    [lost, extra, different, duplicated, half].allSatisfy { $0 == 0 } && aside == refused
  }

  var description: String {
    """
    \(records) records: lost \(lost), extra \(extra), different \(different), duplicated \(duplicated), \
    half groups \(half), aside \(aside) of \(refused)
    """
  }
}
