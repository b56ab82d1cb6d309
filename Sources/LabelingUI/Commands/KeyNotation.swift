import Preference
import Terminal

/// Reads keys as people write them: `q`, `^L` or `C-l`, `M-x`, `S-Tab`, `PgDn`, and with blanks between them keys pressed one
/// after the other: `g g`, `C-x s`.
package enum KeyNotation {
  /// Why something is not the name of keys.
  package enum Fault: Error, Equatable, Sendable {
    case empty
    case unknown(String, nearest: String?)
    /// Several characters that may be meant as a sequence.
    case unspaced(String)
    /// A terminal sends the same for both.
    case indistinct(String, from: String)
    /// Esc gives up a sequence, so it can be none's part.
    case escapeInSequence
  }

  package static func sequence(_ text: String) throws(Fault) -> KeySequence {
    var keys: [Key] = []
    for word in text.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      keys.append(try key(String(word)))
    }
    guard let sequence = KeySequence(keys) else { throw .empty }
    if keys.count > 1, keys.contains(where: { $0.code == .escape }) { throw .escapeInSequence }
    return sequence
  }

  static func key(_ word: String) throws(Fault) -> Key {
    var rest = Substring(word).unicodeScalars
    var modifiers: Key.Modifiers = []
    while let (modifier, length) = modifier(in: rest) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(length)
    }
    let key = Key(try code(String(rest), of: word), modifiers: modifiers).asTerminalsSend
    if let twin = indistinct[key] { throw .indistinct(word, from: Key(twin).text) }
    return key
  }

  /// `^`, `C-`, `M-`, `A-`, `S-` or a longer name of one of them, if something follows.
  private static func modifier(in text: Substring.UnicodeScalarView) -> (Key.Modifiers, length: Int)? {
    for (prefix, modifier) in prefixes {
      let length = prefix.unicodeScalars.count
      guard text.count > length, String(text.prefix(length)).lowercased() == prefix else { continue }
      return (modifier, length)
    }
    return nil
  }

  private static let prefixes: [(String, Key.Modifiers)] = [
    ("^", .control), ("c-", .control), ("ctrl-", .control), ("m-", .alt), ("a-", .alt), ("alt-", .alt),
    ("meta-", .alt), ("s-", .shift), ("shift-", .shift),
  ]

  private static func code(_ name: String, of word: String) throws(Fault) -> Key.Code {
    let scalars = name.unicodeScalars
    if let scalar = scalars.first, scalars.count == 1 { return .character(scalar) }
    let known = Key.Code.names.map { (name: $0.name, code: $0.code) } + aliases
    if let match = known.first(where: { $0.name.lowercased() == name.lowercased() }) { return match.code }
    if let nearest = NearestName(of: name, among: known.map(\.name))?.name {
      throw .unknown(word, nearest: nearest)
    }
    throw scalars.count < 4 ? .unspaced(word) : .unknown(word, nearest: nil)
  }

  private static let aliases: [(name: String, code: Key.Code)] = [
    ("Return", .enter), ("Escape", .escape), ("PageUp", .pageUp), ("PageDown", .pageDown),
    ("Del", .delete), ("Ins", .insert),
  ]

  private static let indistinct: [Key: Key.Code] = [
    Key(.character("i"), modifiers: .control): .tab, Key(.character("m"), modifiers: .control): .enter,
    Key(.character("j"), modifiers: .control): .enter,
    Key(.character("h"), modifiers: .control): .backspace,
    Key(.character("["), modifiers: .control): .escape,
  ]
}

extension Key {
  /// Letters carry their case in the code, but with control they are lower case.
  fileprivate var asTerminalsSend: Key {
    guard case .character(let scalar) = code, scalar.properties.isAlphabetic else { return self }
    let mapping = scalar.properties
    if modifiers.contains(.control) { return with(mapping.lowercaseMapping, modifiers: modifiers) }
    guard modifiers.contains(.shift) else { return self }
    return with(mapping.uppercaseMapping, modifiers: modifiers.subtracting(.shift))
  }

  private func with(_ mapping: String, modifiers: Modifiers) -> Key {
    let scalars = mapping.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return self }
    return Key(.character(scalar), modifiers: modifiers)
  }
}

extension KeyNotation.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "expected a key such as \"q\", \"^L\" or \"g g\"; \"none\" takes all keys away"
    case .unknown(let word, let nearest):
      "there is no key '\(word)'"
        + (nearest.map { "; did you mean '\($0)'?" }
          ?? "; write a character, ^L or C-l, M-x, S-Tab, or a name such as PgDn")
    case .unspaced(let word):
      "'\(word)' is no key; keys pressed one after the other have blanks between them: \"\(Self.spaced(word))\""
    case .indistinct(let word, let twin):
      "terminals send the same for '\(word)' as for \(twin); write \(twin)"
    case .escapeInSequence: "Esc gives a sequence up, so it cannot be part of one"
    }
  }

  private static func spaced(_ word: String) -> String {
    word.unicodeScalars.map { String($0) }.joined(separator: " ")
  }
}
