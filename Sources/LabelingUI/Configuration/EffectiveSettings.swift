import Terminal

/// The settings that are in force, and where each comes from.
package struct EffectiveSettings: Equatable, Sendable {
  package enum Origin: Equatable, Sendable {
    case option(String)
    case variable(String)
    case file
  }

  /// As TOML writes it.
  package struct Value: Equatable, Sendable {
    package let text: String
    package let origin: Origin

    package init(_ text: String, from origin: Origin) {
      self.text = text
      self.origin = origin
    }
  }

  /// Of those that are not as they come.
  private var values: [Setting: Value] = [:]
  private let keys: KeyBindings
  private let lines: TOMLLines
  /// The file that was read.
  private let file: String?

  package init(_ reading: ConfigurationReading, file: String?) {
    keys = reading.configuration.keys
    lines = reading.lines
    self.file = file
    take(reading.configuration)
  }

  /// Takes the place of what the file says.
  package mutating func set(_ setting: Setting, to text: String, from origin: Origin) {
    values[setting] = Value(text, from: origin)
  }

  private mutating func take(_ configuration: Configuration) {
    func set(_ setting: Setting, _ text: String?) {
      if let text { values[setting] = Value(text, from: .file) }
    }
    set(.theme, configuration.theme.map { TOMLText.quoted($0.argument) })
    set(.color, configuration.color.map { TOMLText.quoted($0.rawValue) })
    set(.background, configuration.background.map { TOMLText.quoted($0.rawValue) })
    set(.rater, configuration.rater.map(TOMLText.quoted))
    set(.title, configuration.setsTitle.map(\.description))
    set(.mouse, configuration.usesMouse.map(\.description))
    set(.synchronized, configuration.synchronizes.map(\.description))
    set(.clipboard, configuration.clipboard.map(TOMLText.quoted))
    set(.breakReminder, configuration.breakReminder.map(\.description))
  }
}

// MARK: - As a file

extension EffectiveSettings {
  /// A `config.toml` that says the same: every setting, as it comes in a comment, and as it is where that is different.
  package var toml: String {
    let preset = KeyBindings(keys.preset)
    let parts =
      [heading] + Setting.allCases.map(paragraph)
      + [
        keyTable("keys", Command.allCases, named: \.rawValue) { command in
          (preset[command].map(\.notation), keys[command].map(\.notation))
        },
        keyTable("keys.editor", EditorCommand.allCases, named: \.rawValue) { command in
          (preset.editor[command].map(\.text), keys.editor[command].map(\.text))
        },
      ]
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var heading: [String] {
    [
      "# What is in force. Lines that begin with # say how things come; the others were set.",
      file.map { "# From \(TOMLText.quoted($0))" } ?? "# There is no config.toml.",
    ]
  }

  private func paragraph(_ setting: Setting) -> [String] {
    let (example, remark) =
      switch setting.standard {
      case .value(let text): (text, "")
      case .example(let text, let words): (text, "  # for example; without it, \(words)")
      }
    let lines = ["# \(setting.rawValue): \(setting.words)", "# \(setting.rawValue) = \(example)\(remark)"]
    guard let value = values[setting] else { return lines }
    return lines + [
      "\(setting.rawValue) = \(value.text)  # \(words(for: value.origin, at: [setting.rawValue]))"
    ]
  }

  private func keyTable<Name>(
    _ table: String, _ commands: [Name], named name: (Name) -> String, keys: (Name) -> ([String], [String])
  ) -> [String] {
    let path = table.split(separator: ".").map(String.init)
    var lines = ["[\(table)]"]
    if path.count == 1 { lines += presetLines }
    for command in commands {
      let (standard, own) = keys(command)
      lines.append("# \(name(command)) = \(TOMLText.keys(standard))")
      guard own != standard else { continue }
      lines.append(
        "\(name(command)) = \(TOMLText.keys(own))  # \(words(for: .file, at: path + [name(command)]))")
    }
    return lines
  }

  private var presetLines: [String] {
    let line = "preset = \(TOMLText.quoted(keys.preset.rawValue))"
    let standard = "# preset = \(TOMLText.quoted(KeyPreset.default.rawValue))"
    return keys.preset == .default
      ? [standard] : [standard, "\(line)  # \(words(for: .file, at: ["keys", "preset"]))"]
  }

  private func words(for origin: Origin, at path: [String]) -> String {
    switch origin {
    case .option(let name): "option \(name)"
    case .variable(let name): "$\(name)"
    case .file: lines.line(of: path).map { "line \($0)" } ?? "the file"
    }
  }
}
