/// Turns the bytes of a terminal into events; keeps an unfinished sequence between two calls.
package struct InputDecoder: Sendable {
  package init() {}

  /// Events that the bytes complete.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] { [] }

  /// Whether an unfinished sequence waits. If nothing comes within 25 ms, call `finish`.
  package var isWaiting: Bool { false }

  /// Nothing more came: what waits is what it looks like, so a lone ESC is the escape key.
  package mutating func finish() -> [InputEvent] { [] }
}
