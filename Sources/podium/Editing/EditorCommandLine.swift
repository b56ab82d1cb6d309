import Foundation
import LabelingUI

/// The command that opens the rater's own editor.
struct EditorCommandLine: Equatable {
  /// What lets programs with a window of their own wait until the text is closed; without it they come back at once.
  private static let waitOptions: [String: String] = [
    "code": "--wait", "code-insiders": "--wait", "codium": "--wait", "cursor": "--wait", "windsurf": "--wait",
    "zed": "--wait", "subl": "--wait", "atom": "--wait", "gedit": "--wait", "mate": "--wait",
    "kate": "--block", "gvim": "--nofork", "mvim": "--nofork",
  ]
  private static let shortForms = ["--wait": "-w", "--block": "-b", "--nofork": "-f"]
  private static let usual = ["sensible-editor", "nano", "vi"]

  /// What a variable says that only a shell could do.
  struct Fault: Error, CustomStringConvertible {
    let variable: String
    let fault: CommandWords.Fault

    var description: String { "\(variable): \(fault)" }
  }

  let words: [String]

  /// `$VISUAL`, then `$EDITOR`; no shell reads it. Without both, what most systems have.
  init(environment: [String: String]) throws(Fault) {
    words = try Self.chosen(environment) ?? [Self.found(environment) ?? "vi"]
  }

  /// Whether the rater has said which editor to use, be it as it must be or not.
  static func isChosen(_ environment: [String: String]) -> Bool {
    do {
      return try chosen(environment) != nil
    } catch {
      return true
    }
  }

  private static func chosen(_ environment: [String: String]) throws(Fault) -> [String]? {
    for variable in ["VISUAL", "EDITOR"] {
      do {
        let words = try CommandWords(environment[variable] ?? "", environment: environment).words
        if !words.isEmpty { return waiting(words) }
      } catch {
        throw Fault(variable: variable, fault: error)
      }
    }
    return nil
  }

  private static func waiting(_ words: [String]) -> [String] {
    let program = words[0].split(separator: "/").last.map(String.init) ?? words[0]
    guard let option = waitOptions[program], !words.contains(option),
      !words.contains(where: { $0 == shortForms[option] })
    else { return words }
    return [words[0], option] + words.dropFirst()
  }

  private static func found(_ environment: [String: String]) -> String? {
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return usual.first { name in folders.contains { access("\($0)/\(name)", X_OK) == 0 } }
  }
}
