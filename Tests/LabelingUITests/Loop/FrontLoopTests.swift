import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("Front loop")
struct FrontLoopTests {
  @Test func `takes in all that happened before it shows one frame`() {
    let terminal = ScriptedTerminal([
      [.bytes(Array("jjj".utf8)), .resized(Size(columns: 60, rows: 20))], [.hungUp],
    ])
    run(on: terminal)
    #expect(terminal.frames.count == 2)
    #expect(terminal.frames.last?.surface.size == Size(columns: 60, rows: 20))
  }

  @Test func `a frame that is already shown is not sent again`() {
    let terminal = ScriptedTerminal([[.woken], [.woken], [.woken], [.hungUp]])
    run(on: terminal)
    #expect(terminal.frames.count == 2)
  }

  @Test func `a lone escape byte is a key once nothing follows`() {
    let terminal = ScriptedTerminal([[.bytes([0x1B])], [], [.hungUp]])
    run(on: terminal)
    #expect(terminal.timeouts == [nil, .milliseconds(25), Keeping.delay])
    #expect(terminal.frames.last?.surface.rowsOfText.last?.contains("no marks of a search") == true)
  }

  @Test(arguments: [
    (nil, 25), ("1", 1), ("100", 100), ("600", 600), ("0", 25), ("1001", 25), ("-5", 25), ("slow", 25),
    ("", 25),
  ])
  func `how long an escape byte waits is the environment's to say`(value: String?, milliseconds: Int) {
    let terminal = ScriptedTerminal([[.bytes([0x1B])], [], [.hungUp]])
    run(on: terminal, escapeDelay: EscapeDelay.chosen(value.map { ["ESCDELAY": $0] } ?? [:]))
    #expect(terminal.timeouts == [nil, .milliseconds(milliseconds), Keeping.delay])
  }

  @Test func `an answer of the terminal goes to the terminal, and is no key`() {
    let terminal = ScriptedTerminal([[.bytes(Array("\u{1B}[?2026;2$yj\u{1B}[?6c".utf8))], [.hungUp]])
    run(on: terminal)
    #expect(terminal.reports == [.mode(2026, .reset), .deviceAttributes])
  }

  @Test func `while an answer is due, the escape key acts as soon as ever`() {
    let terminal = ScriptedTerminal([[.bytes([0x1B])], [], [.hungUp]])
    terminal.awaitsReports = true
    run(on: terminal)
    #expect(terminal.timeouts == [nil, .milliseconds(25), Keeping.delay])
  }

  @Test func `only the first silence after an ESC is as long as the environment says`() {
    let terminal = ScriptedTerminal([[.bytes(Array("\u{1B}]".utf8))], [], [], [.hungUp]])
    run(on: terminal, escapeDelay: .milliseconds(300))
    #expect(terminal.timeouts == [nil, .milliseconds(300), .milliseconds(25), .milliseconds(25)])
  }

  @Test func `wakes up to show what may follow keys that begin something`() {
    let terminal = ScriptedTerminal([[.bytes([0x3A])], [], [.hungUp]])
    run(on: terminal, keymap: Keymap(KeyBindings(.vim)))
    #expect(terminal.timeouts == [nil, .milliseconds(400), Keeping.delay])
    #expect(terminal.frames.last?.surface.rowsOfText.last?.contains("q quit") == true)
  }

  @Test func `leaves at once when the terminal is gone or the program is asked to end`() {
    for event in [FrontEvent.hungUp, .terminationRequested] {
      let terminal = ScriptedTerminal([[event], [.bytes(Array("a".utf8))]])
      run(on: terminal)
      #expect(terminal.timeouts.count == 1)
    }
  }

  @Test func `what was begun is kept when the terminal is gone`() {
    let terminal = ScriptedTerminal([[.woken], [.bytes(Array("cx".utf8))], [.hungUp]])
    var effects: [Effect] = []
    run(on: terminal) { effects.append($0) }
    let draft = Draft(edit: OpenEdit(subject: .comment, text: "x", cursor: 1))
    #expect(effects.contains(.keepDraft(KeptDraft(comparison: 1, draft: draft))))
  }

  @Test func `control-Z suspends, takes the size up again and repaints`() {
    let terminal = ScriptedTerminal([[.bytes([0x1A])], [.hungUp]])
    run(on: terminal)
    #expect(terminal.suspensions == 1)
    #expect(terminal.invalidations == 1)
    #expect(terminal.frames.count == 2)
  }

  private func run(
    on terminal: ScriptedTerminal, keymap: Keymap = Keymap(), escapeDelay: Duration = EscapeDelay.usual,
    item: ComparisonItem = makeItem(texts: ["one", "two"]),
    perform: @escaping (Effect) -> Void = { _ in }
  ) {
    let mailbox = Mailbox {}
    var loop = FrontLoop(
      model: Model(
        campaign: "test", progress: RaterProgress(total: 1, judged: 0), size: terminal.size, keymap: keymap),
      terminal: terminal,
      mailbox: mailbox, clock: { .seconds(1) }, escapeDelay: escapeDelay,
      perform: perform)
    mailbox.post(.opened(item, RaterProgress(total: 1, judged: 0)))
    loop.run()
  }
}

/// A terminal whose events are written down beforehand.
private final class ScriptedTerminal: FrontTerminal {
  var size = Size(columns: 80, rows: 24)
  private var script: [[FrontEvent]]
  private(set) var frames: [Frame] = []
  private(set) var timeouts: [Duration?] = []
  private(set) var suspensions = 0
  private(set) var invalidations = 0
  private(set) var reports: [TerminalReport] = []
  var awaitsReports = false

  init(_ script: [[FrontEvent]]) {
    self.script = script
  }

  func waitForEvents(atMost timeout: Duration?) -> [FrontEvent] {
    timeouts.append(timeout)
    return script.isEmpty ? [.hungUp] : script.removeFirst()
  }

  func suspend() -> Bool {
    suspensions += 1
    return true
  }

  func edit(_ edit: ExternalEdit) -> ExternalEditEnd { .unchanged }
  func copy(_ text: String) -> Bool { false }
  func useMouse(_ isUsed: Bool) {}
  func take(_ report: TerminalReport) { reports.append(report) }
  func use(_ theme: Theme) {}
  func present(_ frame: Frame) { frames.append(frame) }
  func invalidate() { invalidations += 1 }
}
