extension ConfigurationFault: CustomStringConvertible {
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let key = path.map { $0.contains(".") ? "\"\($0)\"" : $0 }.joined(separator: ".")
    return key.isEmpty ? "\(place): \(problem)" : "\(place): \(key): \(problem)"
  }
}

extension ConfigurationFault.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .syntax(let message): "not valid TOML: \(message); nothing from this line on is read"
    case .unknownKey(let nearest):
      "there is no such setting" + (suggestion(nearest) ?? "; there are \(ConfigurationReader.settings)")
    case .expected(let what): "expected \(what)"
    case .unknownTheme(let name, let nearest):
      "there is no theme '\(name)'" + (suggestion(nearest) ?? "; podium themes lists them")
    case .unknownPreset(let name, let nearest):
      "there is no preset '\(name)'"
        + (suggestion(nearest) ?? "; there are \(KeyPreset.allCases.map(\.rawValue).joined(separator: ", "))")
    case .unknownCommand(let nearest):
      "there is no such command" + (suggestion(nearest) ?? "; podium keys lists them")
    case .key(let fault): "\(fault)"
    case .misplaced(let word, let commands):
      "only \(commands.map(\.rawValue).joined(separator: " and ")) can have \"\(word)\"; name the keys one by one"
    case .lettersAreFixed:
      "the letters of the runs always rank them; write \"run-letters\" among its keys, or leave the line out"
    case .indispensable(let command):
      "\(command.rawValue) needs a key; name one, or leave the line out"
    case .conflict(let conflict, let owner, let remedy): conflict.words(owner: owner, remedy: remedy)
    case .editorConflict(let conflict):
      "'\(conflict.keys.text)' cannot be told from '\(conflict.otherKeys.text)' of \(conflict.other.rawValue); "
        + "choose another key, or give \(conflict.other.rawValue) another one"
    case .hiddenByRuns(let command, let pattern, let remedy):
      "\(pattern.hidingWords), so \(command.rawValue) needs another key beside it: "
        + Self.setting(command, remedy)
    }
  }

  private func suggestion(_ nearest: String?) -> String? { nearest.map { "; did you mean '\($0)'?" } }

  /// As it would stand in the file.
  static func setting(_ command: Command, _ patterns: [KeyPattern]) -> String {
    "\(command.rawValue) = \(TOMLText.keys(patterns.map(\.notation)))"
  }
}

extension KeyConflict {
  fileprivate func words(owner: ConfigurationFault.Owner, remedy: [KeyPattern]) -> String {
    let advice =
      "; choose another key, or let \(other.rawValue) go without it: "
      + ConfigurationFault.Problem.setting(other, remedy)
    return "\(clash(with: "\(other.rawValue) (\(owner.words))"))\(advice)"
  }

  private func clash(with owner: String) -> String {
    if pattern == otherPattern { return "'\(pattern.notation)' asks for \(owner) already" }
    switch (pattern, otherPattern) {
    case (.digit, let key): return "\"digits\" has '\(key.notation)' in it, which asks for \(owner) already"
    case (let key, .digit): return "'\(key.notation)' is one of the digits, which \(owner) has already"
    default:
      return "'\(pattern.notation)' and '\(otherPattern.notation)' of \(owner) begin alike, so one of them "
        + "could not be typed"
    }
  }
}

extension ConfigurationFault.Owner {
  fileprivate var words: String {
    switch self {
    case .line(let number): "line \(number)"
    case .preset(let preset): "preset \(preset.rawValue)"
    }
  }
}

extension KeyPattern {
  /// As it stands in the settings.
  package var notation: String {
    switch self {
    case .keys(let sequence): sequence.text
    case .runLetter: "run-letters"
    case .digit: "digits"
    }
  }

  fileprivate var hidingWords: String {
    guard case .keys(let sequence) = self, let letter = sequence.first.runLetter else { return notation }
    let count = Int(letter.value - 0x60)
    return "'\(letter)' ranks run \(String(letter).uppercased()) where \(max(2, count)) or more are compared"
  }
}
