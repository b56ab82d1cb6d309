import Foundation

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

  let words: [String]

  /// `$VISUAL`, then `$EDITOR`, split at blanks; no shell reads it. Without both, what most systems have.
  init(environment: [String: String]) {
    words = Self.chosen(environment) ?? [Self.found(environment) ?? "vi"]
  }

  /// Whether the rater has said which editor to use.
  static func isChosen(_ environment: [String: String]) -> Bool { chosen(environment) != nil }

  private static func chosen(_ environment: [String: String]) -> [String]? {
    for name in ["VISUAL", "EDITOR"] {
      let words = (environment[name] ?? "").split { $0 == " " || $0 == "\t" }.map(String.init)
      if !words.isEmpty { return waiting(words) }
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
