/// What made the loop wake up.
package enum TerminalEvent: Equatable, Sendable {
  /// Came in from the keyboard, or in answer to something sent; for `InputDecoder`.
  case bytes([UInt8])
  case signal(TerminalSignal)
  /// A worker has something for the loop.
  case woken
  /// The terminal is gone: save and leave at once. Nothing more will come.
  case hungUp
}
