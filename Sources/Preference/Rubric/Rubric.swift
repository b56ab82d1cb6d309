import StrictJSON

/// What raters are asked beside the order.
package struct Rubric: Hashable, Sendable {
  /// The campaign's name.
  package let name: String?
  package private(set) var criteria: [Criterion]

  /// Flags and options without a letter get one, if there is one left.
  package init(name: String? = nil, criteria: [Criterion]) {
    self.name = name
    self.criteria = criteria
    for scope in Criterion.Scope.allCases { assignLetters(in: scope) }
  }

  package subscript(key: String) -> Criterion? { criteria.first { $0.key.hasSameScalars(as: key) } }

  package func criteria(in scope: Criterion.Scope) -> [Criterion] { criteria.filter { $0.scope == scope } }

  /// A letter chooses one thing among those that are asked at once.
  private mutating func assignLetters(in scope: Criterion.Scope) {
    var taken = Set(criteria.filter { $0.scope == scope }.flatMap(\.letters))
    func free(for word: String) -> Unicode.Scalar? {
      let letters = word.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) }
      let all = Array(letters) + (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Unicode.Scalar($0) }
      guard let letter = all.first(where: { !taken.contains($0) }) else { return nil }
      taken.insert(letter)
      return letter
    }
    for index in criteria.indices where criteria[index].scope == scope {
      switch criteria[index].kind {
      case .tags(let options): criteria[index].kind = .tags(options.map { $0.withLetter(free) })
      case .category(let options): criteria[index].kind = .category(options.map { $0.withLetter(free) })
      case .rating, .flag, .text:
        criteria[index].letter = criteria[index].letter ?? free(for: criteria[index].label)
      }
    }
  }
}

extension Criterion {
  /// All letters that it has.
  package var letters: [Unicode.Scalar] { options.compactMap(\.letter) + [letter].compactMap(\.self) }
}

extension Criterion.Option {
  fileprivate func withLetter(_ free: (String) -> Unicode.Scalar?) -> Self {
    var option = self
    option.letter = letter ?? free(label)
    return option
  }
}
