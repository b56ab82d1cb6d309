import Terminal

/// What comes from the rater's hands.
extension Model {
  /// A comparison takes no judgment before it has been on the terminal this long: keys typed ahead of it are not about it.
  static let typeAheadGuard = Duration.milliseconds(120)
  /// A paste may hold the mark of its own end, and goes on as keys: what comes within this time after it, and after
  /// each of those, belongs to it.
  static let pasteGuard = Duration.milliseconds(120)

  /// The same verdict sooner after itself comes from a key that is held down: keyboards repeat within 100 milliseconds.
  static let repeatGuard = Duration.milliseconds(120)

  mutating func takeInput(_ event: InputEvent, at time: Duration) -> [Effect] {
    pace.note(at: time)
    defer { noteWhatToKeep(at: time) }
    return handle(event, at: time)
  }

  private mutating func handle(_ event: InputEvent, at time: Duration) -> [Effect] {
    switch event {
    case .key(let key): return press(key, at: time)
    case .paste(let pasted):
      pastedAt = time
      return paste(pasted, at: time)
    case .mouse(let event): return handle(event, at: time)
    case .focus: return []
    }
  }

  private mutating func paste(_ pasted: PastedText, at time: Duration) -> [Effect] {
    let text = pasted.text
    notice = nil
    if editor != nil {
      notice = pasted.losses.map { .warning($0) }
      return pasteInEditor(text, at: time)
    }
    if search.line != nil {
      return editSearch {
        $0.insert(pasted: text)
        return true
      }
    }
    if queue != nil {
      return editQueue {
        $0.insert(pasted: text)
        return true
      }
    }
    if goTo != nil {
      goTo?.line.insert(pasted: text)
    } else if !pasteIntoReasons(text) {
      pendingKeys = nil
      notice = .information("pasted text is ignored here")
    }
    return []
  }

  mutating func press(_ key: Key, at time: Duration) -> [Effect] {
    if isPasted(at: time) {
      pastedAt = time
      return []
    }
    if isInterrupt(key) { return interrupt(at: time) }
    interruptedAt = nil
    notice = nil
    if isRedrawOfWhatIsOpen(key) { return [.repaint] }
    return take(key, at: time)
  }

  /// What has the keys now takes this one.
  mutating func take(_ key: Key, at time: Duration) -> [Effect] {
    switch overlay {
    case .help: return pressInHelp(key, at: time)
    case .themes: return pressInThemes(key, at: time)
    case .queue: return pressInQueue(key)
    case .goTo: return pressInGoTo(key)
    case .inspector: return pressInInspector(key)
    case .otherRun: return chooseOther(key)
    case .editor: return pressInEditor(key, at: time)
    case .typeChange: return answerTypeChange(key)
    case .fields: return pressInFields(key)
    case .reasons: return pressInReasons(key, at: time)
    case nil: return search.line == nil ? follow(key, at: time) : pressInSearch(key)
    }
  }

  mutating func carryOut(_ request: CommandRequest, at time: Duration) -> [Effect] {
    if request != leaveAsked { leaveAsked = nil }
    if let reason = request.unavailability(in: context) {
      notice = .information(reason)
      return []
    }
    defer { judgedLast = request.command.judges ? JudgingKey(request: request, time: time) : nil }
    if request.command.judges, isTypedAhead(at: time) {
      notice = .information("not taken: the comparison had just come up")
      return []
    }
    if request.command.judges, isHeldDown(request, at: time) {
      notice = .information("not taken: the key is held down")
      return []
    }
    return perform(request)
  }

  private func isHeldDown(_ request: CommandRequest, at time: Duration) -> Bool {
    guard let judgedLast, judgedLast.request == request, request.command != .takeBack else { return false }
    return time < judgedLast.time + Self.repeatGuard
  }

  private func isTypedAhead(at time: Duration) -> Bool {
    guard case .comparing(let screen) = activity else { return false }
    guard let shownAt = screen.shownAt else { return true }
    return time < shownAt + Self.typeAheadGuard
  }

  private func isPasted(at time: Duration) -> Bool {
    pastedAt.map { time < $0 + Self.pasteGuard } ?? false
  }
}

extension PastedText {
  /// What is not as it was; `nil` if everything is.
  var losses: String? {
    let words = [
      Self.counted(controlCount, "control character was", "control characters were", "left out"),
      Self.counted(invalidCount, "place is", "places are", "no valid UTF-8 and shown as \u{FFFD}"),
      Self.counted(excessCount, "byte too many was", "bytes too many were", "left out at the end"),
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  private static func counted(_ count: Int, _ one: String, _ many: String, _ end: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : many) \(end)"
  }
}

extension Command {
  /// Whether it labels the open comparison.
  var judges: Bool {
    switch self {
    case .chooseRun, .placeFocused, .tie, .takeBack, .save, .allGood, .allBad, .cannotJudge: true
    default: false
    }
  }
}
