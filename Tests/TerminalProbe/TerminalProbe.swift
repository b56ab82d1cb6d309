import Glibc
import Terminal
import TerminalNcurses

/// A program that does nothing but hold a terminal, for tests of how it is taken over and given back. It shows the last
/// thing that happened; `q` quits, `^Z` suspends, the other letters cause trouble.
@main
struct TerminalProbe {
  private let session: TerminalSession
  /// What comes in may be an answer.
  private let asks: Bool
  private var decoder = InputDecoder()
  private var news = "ready"

  static func main() {
    let colors = CommandLine.arguments.dropFirst().first.flatMap(ColorChoice.init(rawValue:)) ?? .auto
    do {
      let asks = getenv("PROBE_ASKS") != nil
      let configuration = TerminalConfiguration(color: colors, synchronizes: asks, asksBackground: asks)
      var probe = Self(session: try TerminalSession(configuration), asks: asks)
      if getenv("PROBE_IGNORES_HANGUP") != nil { signal(SIGHUP, SIG_IGN) }
      probe.run()
    } catch {
      say("probe: \(error)")
      exit(2)
    }
  }

  private init(session: TerminalSession, asks: Bool) {
    self.session = session
    self.asks = asks
  }

  private mutating func run() {
    while true {
      show()
      for event in session.wait(milliseconds: nil) { handle(event) }
    }
  }

  private mutating func handle(_ event: TerminalEvent) {
    switch event {
    case .bytes(let bytes) where asks: answer(bytes)
    case .bytes(let bytes) where bytes.count == 1: press(bytes[0])
    case .bytes(let bytes): news = "got " + String(decoding: bytes, as: UTF8.self).debugDescription
    case .signal(.windowChange):
      session.adoptSize()
      news = "resized"
    case .signal(.suspend): suspend()
    case .signal(.continue):
      session.refresh()
      news = "refreshed"
    case .signal(let signal):
      session.stop()
      TerminalSession.reraise(signal)
    case .woken: news = "woken"
    case .hungUp: exit(3)
    }
  }

  /// What is an answer goes to the session; keys stay keys.
  private mutating func answer(_ bytes: [UInt8]) {
    let keys = decoder.decode(bytes)
    for report in decoder.takeReports() { session.take(report) }
    for case .key(let key) in keys {
      if case .character(let scalar) = key.code, let byte = UInt8(exactly: scalar.value) { press(byte) }
    }
  }

  private mutating func press(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "q"):
      session.stop()
      exit(0)
    case UInt8(ascii: "l"):
      news = "leaving"
      show()
      session.stop()
      exit(0)
    case UInt8(ascii: "e"):
      Self.say("a library has a say\u{1B}[2J")
      news = "said"
    // What a trap leaves of the terminal is what the tests look at.
    case UInt8(ascii: "t"): fatalError("deliberate trap")
    case UInt8(ascii: "a"): abort()
    case UInt8(ascii: "v"): UnsafeMutablePointer<UInt8>(bitPattern: 16)?.pointee = 1
    case UInt8(ascii: "x"): exit(5)
    case UInt8(ascii: "k"): kill(getpid(), SIGTERM)
    case UInt8(ascii: "s"): kill(getpid(), SIGSTOP)
    case UInt8(ascii: "m"):
      session.usesMouse.toggle()
      news = "mouse \(session.usesMouse)"
    case UInt8(ascii: "w"):
      let waker = session.waker
      Task { waker.wake() }
    case 26: suspend()
    default: news = "key \(byte)"
    }
  }

  private mutating func suspend() {
    news = session.suspend() == .continued ? "continued" : "cannot stop"
  }

  private func show() {
    var surface = Surface(size: session.backend.size)
    surface.write(
      "│ \(news) │ \(surface.size.columns)x\(surface.size.rows) │ \(session.depth)",
      at: Position(column: 0, row: 0),
      columns: surface.size.columns, role: .text)
    session.backend.present(
      Frame(
        surface: surface, cursor: Position(column: 2, row: 1), isCursorVisible: true, title: "probe \(news)",
        progress: 40))
  }

  private static func say(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
