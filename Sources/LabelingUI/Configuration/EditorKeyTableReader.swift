import Preference
import TOMLKit
import Terminal

/// Reads the table `[keys.editor]`: commands of the editor with keys of their own.
struct EditorKeyTableReader {
  /// Without a key for these, nobody would get out of a text.
  private static let indispensable: Set<EditorCommand> = [.save, .leave, .help]

  private let table: TOMLTable
  /// As the preset has them.
  private let standard: EditorKeyBindings
  private(set) var findings: [(path: [String], problem: ConfigurationFault.Problem)] = []

  init(table: TOMLTable, standard: EditorKeyBindings) {
    self.table = table
    self.standard = standard
  }

  mutating func read(into bindings: inout EditorKeyBindings) {
    var changed: [EditorCommand] = []
    for (name, value) in table {
      guard let command = EditorCommand(rawValue: name) else {
        let nearest = NearestName(of: name, among: EditorCommand.allCases.map(\.rawValue))?.name
        report(.unknownCommand(nearest: nearest), at: name)
        continue
      }
      guard let sequences = sequences(value, of: command) else { continue }
      bindings[command] = sequences
      changed.append(command)
    }
    check(&bindings, changed: changed)
  }

  /// Reports keys that cannot be told apart, and takes them from the command that has them by the file.
  private mutating func check(_ bindings: inout EditorKeyBindings, changed: [EditorCommand]) {
    let conflicts = bindings.conflicts.map { changed.contains($0.command) ? $0 : $0.reversed }
    for conflict in conflicts { report(.editorConflict(conflict), at: conflict.command.rawValue) }
    for conflict in conflicts { bindings[conflict.command].removeAll { $0 == conflict.keys } }
    for command in Set(conflicts.map(\.command)) where bindings[command].isEmpty {
      let taken = EditorCommand.allCases.flatMap { bindings[$0] }
      bindings[command] = standard[command].filter { key in !taken.contains { $0.collides(with: key) } }
    }
    // Other lines took all the keys there were.
    if Self.indispensable.contains(where: { bindings[$0].isEmpty }) { bindings = standard }
  }

  private mutating func sequences(
    _ value: any TOMLValueConvertible, of command: EditorCommand
  ) -> [KeySequence]? {
    let words = value.string.map { [$0] } ?? value.array.map { array in array.compactMap(\.string) } ?? []
    guard !words.isEmpty, words.count == value.array?.count ?? 1, words == ["none"] || !words.contains("none")
    else {
      report(
        .expected("a key such as \"^S\" or \"C-x s\", a list of such, or \"none\" alone"),
        at: command.rawValue)
      return nil
    }
    if words == ["none"] {
      guard Self.indispensable.contains(command) else { return [] }
      report(.expected("a key: without one nobody would get out of a text"), at: command.rawValue)
      return nil
    }
    let sequences = words.compactMap { sequence($0, of: command) }
    return sequences.count == words.count ? sequences : nil
  }

  private mutating func sequence(_ word: String, of command: EditorCommand) -> KeySequence? {
    do {
      let sequence = try KeyNotation.sequence(word)
      if case .character = sequence.first.code, sequence.first.modifiers.isEmpty {
        report(
          .expected("a key that writes nothing; '\(sequence.first.text)' is typed into the text"),
          at: command.rawValue)
        return nil
      }
      return sequence
    } catch {
      report(.key(error), at: command.rawValue)
      return nil
    }
  }

  private mutating func report(_ problem: ConfigurationFault.Problem, at name: String) {
    findings.append((["keys", "editor", name], problem))
  }
}

extension EditorKeyBindings.Conflict {
  fileprivate var reversed: Self {
    Self(keys: otherKeys, command: other, otherKeys: keys, other: command)
  }
}
