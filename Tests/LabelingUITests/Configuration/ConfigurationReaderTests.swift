import Terminal
import Testing

@testable import LabelingUI

@Suite("Settings")
struct ConfigurationReaderTests {
  @Test func `what is set is read, and what is not stays open`() throws {
    let configuration = try read(
      """
      theme = "mono"
      color = "256"
      rater = "ada"
      title = false
      clipboard = "wl-copy -n"

      [keys]
      preset = "emacs"
      save = ["Enter", "C-x s"]
      all-bad = "none"
      """)
    #expect(configuration.theme == .named("mono"))
    #expect(configuration.color == .indexed)
    #expect(configuration.rater == "ada")
    #expect(configuration.setsTitle == false)
    #expect(configuration.clipboard == "wl-copy -n")
    #expect(configuration.keys.preset == .emacs)
    #expect(
      configuration.keys[.save] == [
        .code(.enter), .keys(KeySequence(.control("x"), .letter("s"))),
      ])
    #expect(configuration.keys[.allBad] == [])
    #expect(try read("") == Configuration())
  }

  @Test(arguments: [
    ("themes = 1", 1, "themes: there is no such setting; did you mean 'theme'?"),
    ("\ntheme = \"mnoo\"", 2, "theme: there is no theme 'mnoo'; did you mean 'mono'?"),
    ("color = 256", 1, "color: expected one of \"auto\", \"always\""),
    ("rater = \"\"", 1, "rater: expected a name"),
    ("clipboard = \" \"", 1, "clipboard: expected a program"),
    ("title = \"no\"", 1, "title: expected true, or false"),
    ("keys = 3", 1, "keys: expected a table"),
    ("a = ", 1, "not valid TOML"),
  ])
  func `a setting that is wrong is told with its line`(text: String, line: Int, words: String) {
    let message = fault(in: text)
    #expect(message.hasPrefix("config.toml:\(line): \(words)"), "\(message)")
  }

  @Test(arguments: [
    ("preset = \"vi\"", "keys.preset: there is no preset 'vi'; did you mean 'vim'?"),
    ("sav = \"s\"", "keys.sav: there is no such command; did you mean 'save'?"),
    ("save = \"Entr\"", "keys.save: there is no key 'Entr'; did you mean 'Enter'?"),
    ("save = 3", "keys.save: expected a key such as"),
    ("save = []", "keys.save: expected a key such as"),
    ("save = [\"none\", \"M-s\"]", "keys.save: expected a key such as"),
    ("quit = \"none\"", "keys.quit: quit needs a key"),
    ("choose-run = \"digits\"", "keys.choose-run: the letters of the runs always rank them"),
    ("choose-run = [\"run-letters\", \"M-b\"]", "keys.choose-run: expected \"digits\", or \"none\""),
    ("save = \"digits\"", "keys.save: only choose-run and focus-number can have \"digits\""),
    (
      "save = \"u\"",
      "keys.save: 'u' asks for undo (preset default) already; "
        + "choose another key, or let undo go without it: undo = \"U\""
    ),
    (
      "save = [\"Enter\", \"x x\"]",
      "keys.save: 'x x' and 'x' of all-bad (preset default) begin alike, so one of them could not be typed; "
        + "choose another key, or let all-bad go without it: all-bad = \"X\""
    ),
    (
      "undo = \"5\"",
      "keys.undo: '5' is one of the digits, which focus-number (preset default) has already; "
        + "choose another key, or let focus-number go without it: focus-number = \"none\""
    ),
    (
      "save = \"k\"\nline-up = \"Up\"",
      "keys.save: 'k' ranks run K where 11 or more are compared, so save needs another key beside it: "
        + "save = [\"k\", \"K\"]"
    ),
  ])
  func `a key that is wrong is told with its line and what to do`(text: String, words: String) {
    let message = fault(in: "[keys]\n" + text)
    #expect(message.hasPrefix("config.toml:2: \(words)"), "\(message)")
  }

  @Test func `two lines with the same key are both named, at the later one`() {
    let message = fault(in: "[keys]\nsave = \"M-s\"\n\nundo = [\"M-s\", \"u\", \"U\"]")
    #expect(message.hasPrefix("config.toml:4: keys.undo: 'M-s' asks for save (line 2) already"), "\(message)")
  }

  @Test func `two commands may change their keys`() throws {
    let keys = try read("[keys]\nall-good = [\"x\", \"X\"]\nall-bad = [\"g\", \"G\"]").keys
    #expect(keys[.allGood] == KeyBindings()[.allBad])
  }

  @Test func `everything that is wrong is told, in the order of the lines`() {
    let message = fault(in: "theem = 1\n[keys]\nsav = \"s\"\nsave = \"u\"")
    #expect(
      message.split(separator: "\n").map { $0.prefix(14) } == [
        "config.toml:1:", "config.toml:3:", "config.toml:4:",
      ])
  }

  private func read(_ text: String) throws(InvalidConfiguration) -> Configuration {
    try Configuration(text, path: "config.toml", themes: ["default-dark", "mono"])
  }

  private func fault(in text: String) -> String {
    do {
      _ = try read(text)
      return "nothing is wrong"
    } catch {
      return "\(error)"
    }
  }
}
