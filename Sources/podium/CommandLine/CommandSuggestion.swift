import ArgumentParser
import Preference

/// What was most likely meant by a word on the command line that there is not, where the parser has no guess of its own.
struct CommandSuggestion: Equatable {
  let word: String
  let meant: String?

  /// The first word that names no command or built-in option; `nil` if that is not what is wrong.
  ///
  /// - Parameter arguments: without the program's name.
  init?(for arguments: [String], of root: any ParsableCommand.Type = Podium.self) {
    var words = arguments[...]
    var command = root
    if words.first == "help" { words = words.dropFirst() }
    while let word = words.popFirst() {
      let subcommands = command.configuration.subcommands
      if let next = subcommands.first(where: { $0.configuration.commandName == word }) {
        command = next
        continue
      }
      let names =
        word.hasPrefix("-")
        ? ["--help", "--version"] : subcommands.compactMap { $0.configuration.commandName } + ["help"]
      guard word.hasPrefix("-") ? command == root : !subcommands.isEmpty, !names.contains(word) else {
        return nil
      }
      self.word = word
      meant = NearestName(of: word, among: names)?.name
      return
    }
    return nil
  }

  /// Beside the parser's own words: a first line that says what is wrong, and lines on how it is done.
  func completing(_ message: String) -> String {
    guard let meant, !message.contains("Did you mean"), message.contains("'\(word)'") else { return message }
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[0] += ". Did you mean '\(meant)'?"
    return lines.joined(separator: "\n")
  }

  /// The parser prints the help of what it knows, and says nothing of the rest.
  static func unknownTopic(in arguments: [String]) -> CommandSuggestion? {
    guard arguments.first == "help", let suggestion = CommandSuggestion(for: arguments),
      !suggestion.word.hasPrefix("-")
    else { return nil }
    return suggestion
  }

  var sentence: String {
    "there is no command '\(word)'" + (meant.map { "; did you mean '\($0)'?" } ?? "; podium help lists them")
  }
}
