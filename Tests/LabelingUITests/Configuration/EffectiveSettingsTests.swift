import Terminal
import Testing

@testable import LabelingUI

@Suite("Settings that are printed") struct EffectiveSettingsTests {
  private func read(_ text: String) -> ConfigurationReading {
    ConfigurationReading(text, path: "config.toml", themes: ["default-dark", "mono"])
  }

  private func printed(_ text: String) -> String {
    EffectiveSettings(read(text), file: "/x/config.toml").toml
  }

  @Test(arguments: [
    "", "theme = \"mono\"", "theme = \"auto\"\ncolor = \"truecolor\"",
    "rater = \"a \\\"b\\\" \\\\ \\u001b é\"\nclipboard = \"x -y\"",
    "title = false\nmouse = false\nsynchronized = false\nbackground = \"light\"\nbreak-reminder = 9",
    "[keys]\npreset = \"vim\"\nsave = [\"Enter\", \"C-x s\"]\nall-bad = \"none\"\nchoose-run = [\"run-letters\"]",
    "[keys]\nundo = '\"'\nredo = '\\'",
    "[keys.editor]\nsave = \"M-s\"\ndiscard = \"none\"\npaste = [\"^V\", \"M-\\\"\"]",
  ])
  func `say the same when they are read`(text: String) {
    let first = read(text)
    #expect(first.faults.isEmpty, "\(first.faults)")
    let again = read(printed(text))
    #expect(again.faults.isEmpty, "\(again.faults)")
    #expect(again.configuration == first.configuration)
  }

  @Test(arguments: KeyPreset.allCases)
  func `say the same with every preset`(preset: KeyPreset) {
    let text = "[keys]\npreset = \"\(preset.rawValue)\""
    #expect(read(printed(text)).configuration == read(text).configuration)
  }

  @Test func `hold every setting and every command, as it comes, as valid TOML`() {
    let text = printed("")
    let names =
      Setting.allCases.map(\.rawValue) + Command.allCases.map(\.rawValue)
      + EditorCommand.allCases.map(\.rawValue)
    for name in names { #expect(text.contains("\n# \(name) = "), "\(name)") }
    let uncommented = text.split(separator: "\n").compactMap { line -> Substring? in
      if line.hasPrefix("[") { return line }
      return line.hasPrefix("# ") && line.contains(" = ") && !line.contains(": ") ? line.dropFirst(2) : nil
    }
    let reading = read(uncommented.joined(separator: "\n"))
    #expect(reading.faults.isEmpty, "\(reading.faults)")
    #expect(reading.configuration.keys == KeyBindings())
  }

  @Test func `tell where each comes from`() {
    var settings = EffectiveSettings(
      read("\ntheme = \"mono\"\n[keys]\nsave = \"M-s\""), file: "/x/config.toml")
    settings.set(.color, to: "\"16\"", from: .option("--color"))
    settings.set(.rater, to: "\"bob\"", from: .variable("PODIUM_RATER"))
    let text = settings.toml
    #expect(text.contains("# From \"/x/config.toml\""))
    #expect(text.contains("# theme = \"auto\"\ntheme = \"mono\"  # line 2\n"))
    #expect(text.contains("\ncolor = \"16\"  # option --color\n"))
    #expect(text.contains("\nrater = \"bob\"  # $PODIUM_RATER\n"))
    #expect(text.contains("# save = \"Enter\"\nsave = \"M-s\"  # line 4\n"))
  }
}
