/// How long an ESC waits for more of a key's sequence before it is the escape key.
package enum EscapeDelay {
  package static let usual = Duration.milliseconds(25)

  /// `$ESCDELAY`, in milliseconds, as curses reads it; for links that tear the sequences of keys apart.
  package static func chosen(_ environment: [String: String]) -> Duration {
    guard let number = environment["ESCDELAY"].flatMap(Int.init), (1...1000).contains(number) else {
      return usual
    }
    return .milliseconds(number)
  }
}
