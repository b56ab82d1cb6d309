/// What is looked for.
package struct SearchQuery: Equatable, Sendable {
  package var text = ""
  package var matchesCase = false
  package var isPattern = false

  package init(text: String = "", matchesCase: Bool = false, isPattern: Bool = false) {
    self.text = text
    self.matchesCase = matchesCase
    self.isPattern = isPattern
  }

  var isEmpty: Bool { text.unicodeScalars.isEmpty }

  /// Which of the switches are on: `Aa` and `.*`.
  var flags: String {
    [matchesCase ? "Aa" : nil, isPattern ? ".*" : nil].compactMap { $0 }.joined(separator: " ")
  }
}
