import ArgumentParser
import Foundation

/// A command as its definition describes it: what help, man page and completions are made from.
struct CommandReference: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let abstract: String?
    let discussion: String?
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let subcommands: [CommandReference]?
  let arguments: [Argument]?
}

extension CommandReference {
  /// Of the whole program.
  static func podium() throws -> CommandReference {
    struct Dump: Decodable { let command: CommandReference }
    return try JSONDecoder().decode(Dump.self, from: Data(Podium._dumpHelp().utf8)).command
  }

  /// Those that people call; every one has its help, so the command for it is left out.
  var shownSubcommands: [CommandReference] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// Those that are its own: every command has --help and --version.
  var shownArguments: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }
}

extension CommandReference.Argument {
  /// `[--theme <name>]`, `<file> ...`.
  var synopsis: String {
    let word = names?.last.map { $0.text + value } ?? "<\(valueName ?? "value")>"
    let repeated = isRepeating ? word + " ..." : word
    return isOptional ? "[\(repeated)]" : repeated
  }

  /// `-o, --output <file>`.
  var heading: String {
    guard let names, !names.isEmpty else { return "<\(valueName ?? "value")>" }
    return names.map(\.text).joined(separator: ", ") + value
  }

  private var value: String { kind == "option" ? " <\(valueName ?? "value")>" : "" }
}
