/// One question of the rubric beside the order.
package struct Criterion: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Any number of the options.
    case tags([Option])
    /// One of the options.
    case category([Option])
    case rating(Scale)
    case flag
    case text
  }

  /// What is judged by it.
  package enum Scope: String, CaseIterable, Sendable {
    case comparison, run
  }

  package struct Option: Hashable, Sendable {
    /// What is sent and exported.
    package let value: String
    /// What raters read.
    package let label: String
    /// The letter that chooses it.
    package var letter: Unicode.Scalar?
    /// Its number, in a category; without one, its place counted from 0.
    package let score: Double?

    package init(value: String, label: String? = nil, letter: Unicode.Scalar? = nil, score: Double? = nil) {
      self.value = value
      self.label = label ?? value
      self.letter = letter
      self.score = score
    }
  }

  /// The feedback key.
  package let key: String
  package let label: String
  package var kind: Kind
  package let scope: Scope
  package let isRequired: Bool
  /// The letter that sets a flag, or goes to the question.
  package var letter: Unicode.Scalar?

  package init(
    key: String, label: String? = nil, kind: Kind, scope: Scope = .comparison, isRequired: Bool = false,
    letter: Unicode.Scalar? = nil
  ) {
    self.key = key
    self.label = label ?? key
    self.kind = kind
    self.scope = scope
    self.isRequired = isRequired
    self.letter = letter
  }

  package var options: [Option] {
    switch kind {
    case .tags(let options), .category(let options): options
    case .rating, .flag, .text: []
    }
  }
}
