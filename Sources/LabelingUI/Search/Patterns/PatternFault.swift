/// Why a text is no regular expression, in the words that stand on the search line.
struct PatternFault: Error, Equatable, Sendable, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
