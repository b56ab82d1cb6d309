import Preference
import TOMLKit

/// Reads the table `[keys]`: a preset, and commands with keys of their own.
struct KeyTableReader {
  private static let presetKey = "preset"
  private static let editorKey = "editor"
  /// Without a key for these, nobody would find out how to go on.
  private static let indispensable: Set<Command> = [.help, .quit]

  private let table: TOMLTable
  private let lines: TOMLLines
  private(set) var findings: [(path: [String], problem: ConfigurationFault.Problem)] = []

  init(table: TOMLTable, lines: TOMLLines) {
    self.table = table
    self.lines = lines
  }

  mutating func read() -> KeyBindings {
    var bindings = KeyBindings(preset())
    var changed: Set<Command> = []
    for (name, value) in table where name != Self.presetKey && name != Self.editorKey {
      guard let command = Command(rawValue: name) else {
        let names = Command.allCases.map(\.rawValue) + [Self.presetKey, Self.editorKey]
        report(.unknownCommand(nearest: NearestName(of: name, among: names)?.name), at: name)
        continue
      }
      guard let patterns = patterns(value, of: command) else { continue }
      bindings[command] = patterns
      changed.insert(command)
    }
    check(&bindings, changed: changed)
    readEditor(into: &bindings.editor)
    return bindings
  }

  private mutating func readEditor(into bindings: inout EditorKeyBindings) {
    guard let value = table[Self.editorKey] else { return }
    guard let table = value.table else {
      return report(.expected("a table: [keys.editor] on a line of its own"), at: Self.editorKey)
    }
    var reader = EditorKeyTableReader(table: table, standard: bindings)
    reader.read(into: &bindings)
    findings += reader.findings
  }

  private mutating func preset() -> KeyPreset {
    guard let value = table[Self.presetKey] else { return .default }
    guard let name = value.string else {
      report(.expected("the name of a preset, such as \"vim\""), at: Self.presetKey)
      return .default
    }
    if let preset = KeyPreset(rawValue: name) { return preset }
    let nearest = NearestName(of: name, among: KeyPreset.allCases.map(\.rawValue))?.name
    report(.unknownPreset(name, nearest: nearest), at: Self.presetKey)
    return .default
  }

  private mutating func report(_ problem: ConfigurationFault.Problem, at name: String) {
    findings.append((["keys", name], problem))
  }
}

// MARK: - The keys of one command

extension KeyTableReader {
  /// `nil` if something is wrong with them.
  private mutating func patterns(_ value: any TOMLValueConvertible, of command: Command) -> [KeyPattern]? {
    guard let words = words(value, of: command) else { return nil }
    let patterns = words.compactMap { pattern($0, of: command) }
    guard patterns.count == words.count else { return nil }
    if patterns.isEmpty, Self.indispensable.contains(command) {
      report(.indispensable(command), at: command.rawValue)
      return nil
    }
    if command == .chooseRun, !patterns.contains(.runLetter) {
      report(.lettersAreFixed, at: command.rawValue)
      return nil
    }
    return patterns.enumerated().filter { !patterns[..<$0.offset].contains($0.element) }.map(\.element)
  }

  private mutating func words(_ value: any TOMLValueConvertible, of command: Command) -> [String]? {
    if let word = value.string { return word == "none" ? [] : [word] }
    let words = value.array.map { array in array.compactMap(\.string) } ?? []
    guard let array = value.array, !words.isEmpty, words.count == array.count, !words.contains("none") else {
      report(
        .expected("a key such as \"q\" or \"g g\", a list of such, or \"none\" alone"), at: command.rawValue)
      return nil
    }
    return words
  }

  private mutating func pattern(_ word: String, of command: Command) -> KeyPattern? {
    switch word {
    case KeyPattern.runLetter.notation: return shared(.runLetter, among: [.chooseRun], of: command)
    case KeyPattern.digit.notation: return shared(.digit, among: [.chooseRun, .focusNumber], of: command)
    default: break
    }
    do {
      let sequence = try KeyNotation.sequence(word)
      guard !command.needsRun else {
        report(.expected("\"digits\", or \"none\": its key says of which run it is"), at: command.rawValue)
        return nil
      }
      return .keys(sequence)
    } catch {
      report(.key(error), at: command.rawValue)
      return nil
    }
  }

  private mutating func shared(_ pattern: KeyPattern, among commands: [Command], of command: Command)
    -> KeyPattern?
  {
    if commands.contains(command) { return pattern }
    report(.misplaced(pattern.notation, among: commands), at: command.rawValue)
    return nil
  }
}

// MARK: - All keys together

extension KeyTableReader {
  /// Reports keys that cannot be told apart, and takes them from the command that wanted them later.
  private mutating func check(_ bindings: inout KeyBindings, changed: Set<Command>) {
    let conflicts = bindings.conflicts.map { isLater($0, changed: changed) ? $0 : $0.reversed }
    for conflict in conflicts {
      report(
        .conflict(
          conflict, owner: owner(of: conflict.other, changed: changed, in: bindings),
          remedy: bindings[conflict.other].filter { !$0.collides(with: conflict.pattern) }),
        at: conflict.command.rawValue)
    }
    let clashing = Set(conflicts.flatMap { [$0.command, $0.other] })
    let hidden = changed.subtracting(clashing).filter { bindings.isHiddenByRuns($0) }
    for command in hidden {
      guard let pattern = bindings[command].first else { continue }
      report(
        .hiddenByRuns(command, pattern, remedy: bindings[command] + [spare(for: pattern, in: bindings)]),
        at: command.rawValue)
    }
    repair(&bindings, conflicts: conflicts, hidden: hidden)
  }

  private func repair(_ bindings: inout KeyBindings, conflicts: [KeyConflict], hidden: Set<Command>) {
    let preset = KeyBindings(bindings.preset)
    for conflict in conflicts { bindings[conflict.command].removeAll { $0 == conflict.pattern } }
    let bare = Set(conflicts.map(\.command)).filter { bindings[$0].isEmpty || bindings.isHiddenByRuns($0) }
    for command in CommandTable.definitions.map(\.command) where bare.union(hidden).contains(command) {
      bindings[command] = []
      let taken = Command.allCases.flatMap { bindings[$0] }
      bindings[command] = preset[command].filter { key in !taken.contains { $0.collides(with: key) } }
    }
    // Other lines took all the keys there were.
    if Self.indispensable.contains(where: { bindings[$0].isEmpty }) { bindings = preset }
  }

  /// Whether the conflict is told where its first command stands: the one that was changed, or the later of two.
  private func isLater(_ conflict: KeyConflict, changed: Set<Command>) -> Bool {
    guard changed.contains(conflict.command) else { return false }
    guard changed.contains(conflict.other) else { return true }
    return (line(of: conflict.command) ?? 0) > (line(of: conflict.other) ?? 0)
  }

  private func owner(of command: Command, changed: Set<Command>, in bindings: KeyBindings)
    -> ConfigurationFault.Owner
  {
    guard changed.contains(command), let line = line(of: command) else { return .preset(bindings.preset) }
    return .line(line)
  }

  private func line(of command: Command) -> Int? { lines.line(of: ["keys", command.rawValue]) }

  /// A key that is free and easy to remember: the capital, or else the letter with Alt.
  private func spare(for pattern: KeyPattern, in bindings: KeyBindings) -> KeyPattern {
    guard case .keys(let sequence) = pattern, let letter = sequence.first.runLetter else { return pattern }
    let capital = letter.properties.uppercaseMapping.unicodeScalars.first ?? letter
    let taken = Command.allCases.flatMap { bindings[$0] }
    let isFree = !taken.contains { $0.collides(with: .character(capital)) }
    return isFree ? .character(capital) : .alt(letter)
  }
}

extension KeyConflict {
  fileprivate var reversed: KeyConflict {
    KeyConflict(pattern: otherPattern, command: other, otherPattern: pattern, other: command)
  }
}
