import CNcursesw
import Glibc

/// The terminal of a program that writes lines on it and does not draw.
package enum LineTerminal {
  /// Runs a program in the foreground, as a shell would: a ^C is the program's alone, a ^Z stops both. No shell reads the
  /// arguments; the first is looked for in PATH.
  ///
  /// - Returns: What became of it, and the signal that was to end this process meanwhile.
  package static func run(_ arguments: [String]) -> (end: ChildEnd, signal: TerminalSignal?) {
    guard let device = try? TerminalDevice(), let waker = try? Waker() else {
      return (.notStarted(ENOTTY), nil)
    }
    let signals = tn_signals_open()
    guard signals >= 0 else { return (.notStarted(errno), nil) }
    let events = EventSource(input: device.input, signals: signals, waker: waker)
    let end = keepingSettings(of: device) {
      ForegroundChild(terminal: device.output, events: events) { stop(events) }.run(arguments)
    }
    // From here on a signal has the effect it had before; what came until now is told.
    tn_signals_close()
    return (end, withExtendedLifetime(device) { events.endingSignal() })
  }

  private static func keepingSettings<Value>(of device: TerminalDevice, _ body: () -> Value) -> Value {
    var settings = termios()
    guard tcgetattr(device.output, &settings) == 0 else { return body() }
    defer { tcsetattr(device.output, TCSADRAIN, &settings) }
    return body()
  }

  private static func stop(_ events: EventSource) {
    tn_signals_stop_group()
    _ = events.hasContinued()
    tn_signals_resume()
  }
}
