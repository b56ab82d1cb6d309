import Terminal
import Testing

@testable import LabelingUI

@Suite("Settings with mistakes in them") struct ConfigurationReadingTests {
  private func read(_ text: String) -> ConfigurationReading {
    ConfigurationReading(text, path: "config.toml", themes: ["default-dark", "mono"])
  }

  @Test func `hold but for what is wrong`() {
    let reading = read(
      """
      theme = "mnoo"
      color = "256"
      colour = 1
      rater = ""
      title = "no"
      mouse = false
      synchronized = false
      background = "light"
      break-reminder = 50
      [keys]
      preset = "vim"
      save = "Entr"
      all-bad = "none"
      """)
    #expect(reading.faults.map(\.line) == [1, 3, 4, 5, 12])
    var wanted = Configuration()
    wanted.color = .indexed
    (wanted.usesMouse, wanted.synchronizes, wanted.background, wanted.breakReminder) = (
      false, false, .light, 50
    )
    wanted.keys = KeyBindings(.vim)
    wanted.keys[.allBad] = []
    #expect(reading.configuration == wanted)
  }

  @Test(arguments: [
    ("mouse = 1", "mouse: expected true, or false"),
    ("synchronized = \"x\"", "synchronized: expected true, or false"),
    ("background = \"grey\"", "background: expected one of \"dark\", \"light\""),
    ("break-reminder = 0", "break-reminder: expected a number of minutes"),
    ("break-reminder = \"50\"", "break-reminder: expected a number of minutes"),
  ])
  func `name the line and what was expected`(text: String, words: String) {
    #expect(read(text).faults.map(\.description).first?.hasPrefix("config.toml:1: \(words)") == true)
  }

  @Test func `hold down to the line that is no TOML`() {
    let reading = read("color = \"256\"\n[keys]\nsave = \"M-s\"\nundo = \"\nrater = \"ada\"\n")
    #expect(reading.faults.map(\.line) == [4])
    #expect(reading.faults.first?.description.contains("nothing from this line on is read") == true)
    #expect(reading.configuration.color == .indexed && reading.configuration.rater == nil)
    #expect(reading.configuration.keys[.save].map(\.notation) == ["M-s"])
    #expect(read("[\n").configuration == Configuration())
  }

  // MARK: Keys that clash

  private func keys(_ text: String) -> KeyBindings {
    let reading = read("[keys]\n" + text)
    #expect(!reading.faults.isEmpty)
    #expect(reading.configuration.keys.conflicts.isEmpty)
    return reading.configuration.keys
  }

  @Test func `a key of the preset stays where it is`() {
    #expect(keys("save = \"u\"") == KeyBindings())
    let keys = keys("save = [\"u\", \"M-s\"]")
    #expect(keys[.save].map(\.notation) == ["M-s"] && keys[.undo] == KeyBindings()[.undo])
  }

  @Test func `of two lines the first has the key`() {
    let keys = keys("save = \"M-s\"\nundo = [\"M-s\", \"M-u\"]")
    #expect(keys[.save].map(\.notation) == ["M-s"] && keys[.undo].map(\.notation) == ["M-u"])
  }

  @Test func `who loses all keys gets those of the preset that are free`() {
    let keys = keys("redo = [\"M-s\", \"u\"]\nundo = \"M-s\"")
    #expect(keys[.redo].map(\.notation) == ["M-s", "u"] && keys[.undo].map(\.notation) == ["U"])
  }

  @Test func `a key that runs would hide is as it comes`() {
    let keys = keys("save = \"k\"\nline-up = \"Up\"")
    #expect(keys[.save] == KeyBindings()[.save] && keys[.lineUp].map(\.notation) == ["Up"])
  }

  @Test func `help and quit keep a key whatever is written`() {
    let keys = keys("save = \"M-s\"\nquit = \"M-s\"\nundo = \"q\"\nredo = \"Q\"")
    #expect(!keys[.quit].isEmpty && !keys[.help].isEmpty)
  }

  @Test func `so do those of the editor`() {
    let reading = read("[keys.editor]\nsave = \"^X\"\ncopy = \"M-c\"\npaste = \"M-c\"\n")
    let (editor, preset) = (reading.configuration.keys.editor, EditorKeyBindings())
    #expect(reading.faults.count == 2)
    #expect(editor.conflicts.isEmpty)
    #expect(editor[.save] == preset[.save] && editor[.cut] == preset[.cut])
    #expect(editor[.copy].map(\.text) == ["M-c"] || editor[.paste].map(\.text) == ["M-c"])
    #expect(!editor[.copy].isEmpty && !editor[.paste].isEmpty)
  }

  @Test func `whatever is written, no two commands share a key and everybody gets out`() {
    let words = [
      "u", "U", "q", "Q", "?", "F1", "^C", "x", "x x", "k", "1", "Enter", "none", "g g", "M-q", "Esc",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let lines = Command.allCases.shuffled(using: &random).prefix(8).map { command in
        let keys = words.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
        return "\(command.rawValue) = [\(keys.map { "\"\($0)\"" }.joined(separator: ", "))]"
      }
      let text = "[keys]\n" + lines.joined(separator: "\n")
      let keys = read(text).configuration.keys
      #expect(keys.conflicts.isEmpty, "\(text)")
      #expect(!keys[.quit].isEmpty && !keys[.help].isEmpty, "\(text)")
      #expect(keys[.chooseRun].contains(.runLetter), "\(text)")
    }
  }
}
