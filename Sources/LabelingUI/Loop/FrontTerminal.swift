import Terminal

/// The terminal as the loop uses it: frames out, events in.
package protocol FrontTerminal: TerminalBackend {
  /// Waits for something to happen, at most that long; for ever if `nil`. Empty when the time is over.
  func waitForEvents(atMost timeout: Duration?) -> [FrontEvent]

  /// Puts a text on the terminal's clipboard.
  ///
  /// - Returns: `false` if the terminal is not known to have one.
  func copy(_ text: String) -> Bool

  /// Takes the mouse, or gives it to the terminal.
  func useMouse(_ isUsed: Bool)

  /// It was asked something, and may answer yet.
  var awaitsReports: Bool { get }

  /// Takes up what it says that it can do.
  func take(_ report: TerminalReport)

  /// Opens a text in the rater's own editor, which has the terminal until it ends.
  func edit(_ edit: ExternalEdit) -> ExternalEditEnd

  /// Stops the program as ^Z does and takes the terminal up again afterwards.
  ///
  /// - Returns: whether it was stopped; `false` if there is no shell that could continue it.
  func suspend() -> Bool
}

package enum FrontEvent: Equatable, Sendable {
  case bytes([UInt8])
  case resized(Size)
  /// A message waits in the mailbox.
  case woken
  /// Somebody outside asked the program to stop for a while.
  case suspensionRequested
  /// Somebody outside asked the program to end.
  case terminationRequested
  /// The terminal is gone.
  case hungUp
}
