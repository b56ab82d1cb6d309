import ArgumentParser
import Preference

/// What was most likely meant by a word on the command line that there is not, where the parser has no guess of its own.
struct CommandSuggestion: Equatable {
  let word: String
  let meant: String?

  /// The first word that names no command, or no option of its command; `nil` if that is not what is wrong.
  ///
  /// - Parameter arguments: without the program's name.
  init?(for arguments: [String], in root: CommandReference) {
    var command = root
    var takesCommand = true
    let isTopic = arguments.first == "help"
    for word in arguments.prefix(while: { $0 != "--" }).dropFirst(isTopic ? 1 : 0) {
      if word.hasPrefix("-") {
        takesCommand = false
        let option = String(word.prefix { $0 != "=" })
        guard option.hasPrefix("--"), !command.longOptions.contains(option) else { continue }
        self.init(word: option, names: command.longOptions)
        return
      }
      guard takesCommand, let subcommands = command.subcommands, !subcommands.isEmpty else { continue }
      guard let next = subcommands.first(where: { $0.commandName == word }) else {
        self.init(word: word, names: subcommands.map(\.commandName))
        return
      }
      command = next
    }
    return nil
  }

  private init(word: String, names: [String]) {
    self.word = word
    meant = NearestName(of: word, among: names)?.name
  }

  private var isOption: Bool { word.hasPrefix("-") }

  /// In place of the parser's first line, or beside it; the others say how it is done.
  func completing(_ message: String) -> String {
    guard !message.contains("Did you mean") else { return message }
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // It may have found fault with something else first, such as an argument that is not there.
    if !lines[0].contains("'\(word)'") {
      guard isOption, lines[0].contains("Missing expected argument") else { return message }
      lines[0] = "Error: Unknown option '\(word)'"
    }
    if let meant { lines[0] += ". Did you mean '\(meant)'?" }
    return lines.joined(separator: "\n")
  }

  /// The parser prints the help of what it knows, and says nothing of the rest.
  static func unknownTopic(in arguments: [String]) throws -> CommandSuggestion? {
    guard arguments.first == "help" || arguments.contains("--help") || arguments.contains("-h"),
      let suggestion = CommandSuggestion(for: arguments, in: try .podium()), !suggestion.isOption
    else { return nil }
    return suggestion
  }

  var sentence: String {
    "there is no command '\(word)'" + (meant.map { "; did you mean '\($0)'?" } ?? "; podium help lists them")
  }
}

extension CommandReference {
  fileprivate var longOptions: [String] {
    (arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map(\.text)
  }
}
