import Preference
import StrictJSON
import Terminal

/// The list of comparisons. It holds the entries around those on the screen, however many there are.
struct QueueScreen: Equatable, Sendable {
  private(set) var filter: QueueFilter
  private(set) var line: InputLine
  /// The comparison that is open.
  let number: Int
  /// How many comparisons are in the list; `nil` until that is known.
  private(set) var total: Int?
  /// The position of the chosen one.
  private(set) var selection = 0
  private(set) var viewport = Viewport()
  private var entries: [QueueEntry] = []
  private var firstEntry = 0
  private var requestNumber = 0
  /// The comparison whose draft the next press of the same key discards.
  var discardAsked: Int?
  /// How much was looked through, while more of the list is still to come.
  private(set) var percentSearched: Int?
  /// The choice follows the next answer.
  private var awaitsList = true
  /// Nothing of the list that was asked for last is there yet.
  private var awaitsAnswer = true
  /// What the choice goes through then.
  private var waitingSteps: [ScrollStep] = []

  init(filter: QueueFilter, number: Int, size: Size) {
    self.filter = filter
    self.number = number
    line = InputLine(filter.text)
    fit(size)
  }

  /// Title, search, heading and last line leave these rows.
  mutating func fit(_ size: Size) {
    viewport.resize(height: QueueLayout(size: size).list.size.rows, total: total ?? 0)
    viewport.reveal(row: selection)
  }

  func entry(at position: Int) -> QueueEntry? {
    let index = position - firstEntry
    return entries.indices.contains(index) ? entries[index] : nil
  }

  var selectedEntry: QueueEntry? { entry(at: selection) }
}

// MARK: - What is listed

extension QueueScreen {
  /// Asks for the list anew, around the comparison that is chosen or else open.
  mutating func refresh() -> QueueRequest {
    (awaitsList, awaitsAnswer) = (true, true)
    percentSearched = nil
    return request(isFresh: true, comparison: selectedEntry?.number ?? number, start: nil)
  }

  mutating func changeFilter(_ change: (inout QueueFilter) -> Void) -> QueueRequest {
    change(&filter)
    waitingSteps = []
    return refresh()
  }

  /// Takes what is typed on the search line; `isTaken` is false for a key that does not edit.
  mutating func edit(_ change: (inout InputLine) -> Bool) -> (isTaken: Bool, request: QueueRequest?) {
    guard change(&line) else { return (false, nil) }
    let text = line.text
    guard !text.hasSameScalars(as: filter.text) else { return (true, nil) }
    return (true, changeFilter { $0.text = text })
  }

  private mutating func request(isFresh: Bool, comparison: Int, start: Int?) -> QueueRequest {
    requestNumber += 1
    return QueueRequest(
      number: requestNumber, filter: filter, isFresh: isFresh, comparison: comparison, start: start,
      count: 3 * max(1, viewport.height))
  }

  /// Takes the answer in; asks for entries that are missing where the choice was moved meanwhile.
  mutating func take(_ page: QueuePage) -> QueueRequest? {
    guard page.number == requestNumber else { return nil }
    let isNew = awaitsList
    percentSearched = page.percentSearched
    awaitsList = awaitsList && percentSearched != nil && waitingSteps.isEmpty
    awaitsAnswer = false
    total = page.total
    entries = page.entries
    firstEntry = page.start
    viewport.resize(height: viewport.height, total: page.total)
    select(isNew ? page.position : selection)
    for step in waitingSteps { move(by: step) }
    waitingSteps = []
    return missingEntries()
  }
}

// MARK: - Choosing

extension QueueScreen {
  private mutating func select(_ position: Int) {
    selection = max(0, min(position, (total ?? 0) - 1))
    viewport.reveal(row: selection)
  }

  /// Moves the choice; asks for entries that are missing then. While another list is on its way, the step waits for it.
  mutating func scroll(_ step: ScrollStep) -> QueueRequest? {
    guard !awaitsAnswer else {
      waitingSteps.append(step)
      return nil
    }
    awaitsList = false
    move(by: step)
    return missingEntries()
  }

  private mutating func move(by step: ScrollStep) {
    switch step {
    case .lines(let count): select(selection + count)
    case .pages(let count): select(selection + count * max(1, viewport.height - 1))
    case .toTop: select(0)
    case .toBottom: select((total ?? 0) - 1)
    }
  }

  /// A screen before and behind what shows is kept, so that scrolling waits for nothing.
  private mutating func missingEntries() -> QueueRequest? {
    let held = firstEntry..<firstEntry + entries.count
    guard let total, percentSearched == nil, !viewport.rows.isEmpty,
      !viewport.rows.allSatisfy(held.contains)
    else { return nil }
    let start = max(0, min(viewport.top - viewport.height, total - 3 * viewport.height))
    return request(isFresh: false, comparison: number, start: start)
  }
}
