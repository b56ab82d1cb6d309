import CNcursesw
import Terminal

/// The terminal, taken over until `stop`. One thread owns it; there is one session in a process at a time.
///
/// ```swift
/// let session = try TerminalSession()
/// defer { session.stop() }
/// session.backend.use(theme)
/// while true {
///   for event in session.wait(milliseconds: nil) {
///     switch event {
///     case .signal(.windowChange): session.adoptSize()
///     case .signal(.suspend): session.suspend()
///     case .signal(.continue): session.refresh()
///     …
///     }
///   }
///   session.backend.present(frame)
/// }
/// ```
///
/// If the process dies in between, by a crash or by `exit`, the terminal is given back all the same.
package final class TerminalSession {
  /// Whether `suspend` could stop the process.
  package enum Suspension: Sendable {
    /// It was stopped and goes on now.
    case continued
    /// No shell watches over this process, so nobody could have continued it; it was not stopped.
    case notPossible
  }

  package let backend: NcursesBackend
  /// Whether the terminal shows more than ASCII. If not, text is to be escaped before it is laid out.
  package let isUTF8: Bool
  /// Wakes `wait`, from any thread.
  package let waker: Waker

  let questions: TerminalQuestions
  /// Until when an answer may come.
  var answersDueBy: ContinuousClock.Instant?
  let device: TerminalDevice
  let events: EventSource
  var wantedModes: TerminalModes
  private(set) var isActive = false

  private let type: TerminalType
  private var modes = TerminalModes.none
  private var capture: StandardErrorCapture?

  /// Finds out whether there is a terminal that will do, and takes it over.
  package init(
    _ configuration: TerminalConfiguration = TerminalConfiguration(),
    environment: TerminalEnvironment = .current()
  ) throws(TerminalError) {
    let device = try TerminalDevice()
    let type = try TerminalType.choose(for: environment, color: configuration.color)
    let isUTF8 = tn_locale_open()
    let waker = try Waker()
    let signals = try Self.openScreen(as: type, on: device)
    events = EventSource(input: device.input, signals: signals, waker: waker)
    let features = TerminalFeatures(environment)
    let takesModes = type.description.takesControlSequences
    questions = TerminalQuestions(
      synchronization: configuration.synchronizes && takesModes && features.takesQuestions,
      background: configuration.asksBackground && takesModes && features.takesQuestions)
    wantedModes = TerminalModes(
      title: configuration.setsTitle && type.description.canSetTitle, bracketedPaste: takesModes,
      mouse: takesModes && configuration.usesMouse,
      progress: takesModes && configuration.setsTitle && features.showsProgress)
    backend = NcursesBackend(
      size: device.size ?? type.description.fallbackSize, depth: type.depth,
      encoding: isUTF8 ? .utf8 : .ascii,
      sendTitle: wantedModes.title ? { device.write(WindowTitle.bytes($0, isUTF8: isUTF8)) } : nil,
      sendProgress: wantedModes.progress ? { device.write(WindowProgress.bytes($0)) } : nil)
    (self.device, self.type, self.isUTF8, self.waker) = (device, type, isUTF8, waker)
    enter()
    ask()
  }

  deinit {
    stop()
  }

  /// Finds out whether there is a terminal that will do, and leaves it alone.
  package static func check(
    _ configuration: TerminalConfiguration = TerminalConfiguration(),
    environment: TerminalEnvironment = .current()
  ) throws(TerminalError) {
    _ = try TerminalDevice()
    _ = try TerminalType.choose(for: environment, color: configuration.color)
  }

  /// Gives the terminal back. Standard error printed meanwhile is shown now.
  package func stop() {
    guard isActive else { return }
    leave()
    tn_screen_close()
    tn_signals_close()
  }

  /// Ends the process by the signal that was to end it, so that the shell sees what it was. `stop` first.
  package static func reraise(_ signal: TerminalSignal) -> Never {
    tn_signals_die(signal.number)
  }
}

// MARK: - What the loop asks for

extension TerminalSession {
  package var depth: ColorDepth { type.depth }

  /// What the terminal's keys send, by its terminfo entry.
  package var keySequences: [[UInt8]: Key] { type.description.keySequences }

  /// Whether the mouse comes to the program; it is the terminal's, for selecting text, otherwise.
  package var usesMouse: Bool {
    get { wantedModes.mouse }
    set {
      wantedModes.mouse = newValue && type.description.takesControlSequences
      useWantedModes()
    }
  }

  /// Puts a text on the terminal's clipboard.
  ///
  /// - Returns: `false` if the terminal may print the sequence for that instead.
  package func copy(_ text: String) -> Bool {
    guard type.description.canSetTitle else { return false }
    device.write(Clipboard.bytes(text.utf8))
    return true
  }

  /// Waits for the next events; returns none when the time runs out first. Without a limit it waits on.
  package func wait(milliseconds limit: Int?) -> [TerminalEvent] {
    events.wait(milliseconds: limit)
  }

  /// Takes up the terminal's present size; the next frame is to have it.
  @discardableResult
  package func adoptSize() -> Size {
    backend.resize(to: device.size ?? type.description.fallbackSize)
    return backend.size
  }

  /// Gives the terminal back and stops the process, with all of its job, until the shell continues it.
  @discardableResult
  package func suspend() -> Suspension {
    lend { stopGroup() }
  }

  /// Stops the process while the terminal is given back; returns when it goes on.
  @discardableResult
  func stopGroup() -> Suspension {
    tn_signals_stop_group()
    defer { tn_signals_resume() }
    return events.hasContinued() ? .continued : .notPossible
  }

  var output: Int32 { device.output }

  /// Puts the terminal in order after someone else had it.
  package func refresh() {
    lend {}
  }

  /// Gives the terminal back while something else uses it, an editor for example. If the size has changed then,
  /// `.windowChange` is the next event.
  package func lend<Result>(_ use: () throws -> Result) rethrows -> Result {
    leave()
    let before = backend.size
    defer {
      enter()
      // A process that is not in the foreground is not told of changes.
      if adoptSize() != before { events.announce(.windowChange) }
    }
    return try use()
  }
}

// MARK: - Entering and leaving

extension TerminalSession {
  private static func openScreen(as type: TerminalType, on device: TerminalDevice) throws(TerminalError)
    -> Int32
  {
    // Curses puts handlers of its own where it finds none.
    let signals = tn_signals_open()
    let name = type.description.type
    guard signals >= 0, tn_device_save(device.output), tn_screen_open(name, device.output, device.input)
    else {
      tn_signals_close()
      throw .notUsable(type: name)
    }
    _ = tn_device_make_raw()
    tn_screen_keep_settings()
    return signals
  }

  private func enter() {
    capture = StandardErrorCapture.begin()
    armRescue()
    _ = tn_device_make_raw()
    reconcile(to: wantedModes)
    isActive = true
  }

  private func leave() {
    awaitAnswers()
    reconcile(to: .none)
    device.write(type.description.eraseBytes)
    tn_screen_leave()
    tn_device_restore()
    tn_rescue_disarm()
    capture?.end()
    capture = nil
    isActive = false
  }

  /// Also from here on, and should the process die.
  func useWantedModes() {
    guard isActive else { return }
    armRescue()
    reconcile(to: wantedModes)
  }

  private func reconcile(to wanted: TerminalModes) {
    device.write(wanted.bytes(from: modes))
    modes = wanted
    // A frame switches it off where it ends; only a crash can come before that.
    modes.synchronization = false
  }

  private func armRescue() {
    var allOn = wantedModes
    allOn.mouse = type.description.takesControlSequences
    let description = type.description
    let bytes = TerminalModes.none.bytes(from: allOn) + description.eraseBytes + description.resetBytes
    _ = tn_rescue_arm(device.output, bytes, bytes.count, capture?.captured ?? -1, capture?.original ?? -1)
  }
}
