import Preference
import Terminal

@testable import LabelingUI

/// Drives the model as the loop does, with a workspace in memory: keys in, screens and decisions out.
struct FrontDriver {
  var model: Model
  private(set) var decisions: [Int: Decision] = [:]
  private(set) var requests: [JudgmentRequest] = []
  /// Effects that belong to the terminal.
  private(set) var outside: [Effect] = []
  private var history: [(number: Int, before: Decision?)] = []
  private let items: [ComparisonItem]
  private var now = Duration.seconds(0)
  /// The next recording fails with this reason.
  var failure: String?

  init(
    _ items: [ComparisonItem], size: Size = Size(columns: 80, rows: 24), repertoire: Repertoire = .unicode,
    keymap: Keymap = Keymap()
  ) {
    self.items = items
    model = Model(
      campaign: "test", progress: RaterProgress(total: items.count, judged: 0), size: size,
      repertoire: repertoire, keymap: keymap)
    for effect in model.start() { carryOut(effect) }
    settle()
  }

  init(texts: [[String]], size: Size = Size(columns: 80, rows: 24)) {
    self.init(texts.enumerated().map { makeItem(number: $0.offset + 1, texts: $0.element) }, size: size)
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      send(.input(.key(key), at: now))
      settle()
    }
  }

  mutating func type(_ letters: String) {
    for scalar in letters.unicodeScalars { press(Key(.character(scalar))) }
  }

  /// All keys arrive before another frame is shown.
  mutating func typeAtOnce(_ letters: String) {
    for scalar in letters.unicodeScalars { send(.input(.key(Key(.character(scalar))), at: now)) }
    settle()
  }

  mutating func send(_ message: Message) {
    for effect in model.update(message) { carryOut(effect) }
  }

  /// A frame is shown, and a second goes by.
  private mutating func settle() {
    if model.awaitsFirstFrame { send(.frameShown(at: now)) }
    now += .seconds(1)
  }

  var text: String { model.frame().surface.rowsOfText.joined(separator: "\n") }
  func line(_ row: Int) -> String {
    String(text.split(separator: "\n", omittingEmptySubsequences: false)[row])
  }
  var lastLine: String { line(model.size.rows - 1) }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .open(let number): open(number)
    case .openUnjudged(let number): openUnjudged(after: number)
    case .record(let request): record(request)
    case .compare(let request):
      if let difference = DifferenceEngine.compare(request) {
        send(.compared(difference, request: request.number))
      }
    case .undo: undo()
    case .redo: send(.stepped(.redo, comparison: nil))
    case .search(let request):
      send(.found(request.findings { _ in false }, search: request.number))
    case .suspend, .repaint, .copy, .useMouse, .useTheme, .quit: outside.append(effect)
    }
  }

  private var progress: RaterProgress { RaterProgress(total: items.count, judged: decisions.count) }

  private mutating func open(_ number: Int) {
    let item = items[number - 1]
    send(
      .opened(
        ComparisonItem(
          number: number, comparison: item.comparison, order: item.order,
          judged: decisions[number] ?? item.judged), progress))
  }

  private mutating func openUnjudged(after number: Int) {
    let all = Array(number..<items.count) + Array(0..<number)
    if let next = all.first(where: { decisions[$0 + 1] == nil }) {
      open(next + 1)
    } else {
      send(.nothingLeft(progress))
    }
  }

  private mutating func record(_ request: JudgmentRequest) {
    if let reason = failure {
      failure = nil
      return send(.recordingFailed(reason: reason))
    }
    requests.append(request)
    history.append((request.comparison, decisions[request.comparison]))
    decisions[request.comparison] = request.decision
    send(.recorded(progress))
    openUnjudged(after: request.comparison)
  }

  private mutating func undo() {
    guard let last = history.popLast() else { return send(.stepped(.undo, comparison: nil)) }
    decisions[last.number] = last.before
    send(.stepped(.undo, comparison: last.number))
  }
}
