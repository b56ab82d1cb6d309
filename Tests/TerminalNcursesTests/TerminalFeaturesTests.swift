import Testing

@testable import TerminalNcurses

@Suite struct TerminalFeaturesTests {
  private func features(_ type: String, _ marks: [String: String] = [:]) -> TerminalFeatures {
    TerminalFeatures(TerminalEnvironment(type: type, marks: marks))
  }

  @Test(arguments: [
    "xterm-256color", "xterm-kitty", "xterm-ghostty", "tmux-256color", "foot", "wezterm", "alacritty",
    "contour",
    "rio", "vte-direct", "konsole",
  ])
  func `terminals of known families are asked`(type: String) {
    #expect(features(type).takesQuestions)
  }

  @Test(arguments: ["linux", "vt100", "dumb", "screen-256color", "eterm-color", "sun", ""])
  func `others may print the question, and are not`(type: String) {
    #expect(!features(type).takesQuestions)
  }

  @Test func `those that lie about their type are known by other marks`() {
    #expect(!features("xterm-256color", ["TERM_PROGRAM": "Apple_Terminal"]).takesQuestions)
    #expect(!features("xterm-256color", ["TERMINAL_EMULATOR": "JetBrains-JediTerm"]).takesQuestions)
    #expect(features("screen-256color", ["TMUX": "/tmp/s,1,0"]).takesQuestions)
  }

  @Test(arguments: [
    ["WT_SESSION": "1"], ["ConEmuANSI": "ON"], ["TERM_PROGRAM": "ghostty"], ["PTYXIS_VERSION": "48.1"],
    ["TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20250601-1-abc"], ["KONSOLE_VERSION": "250801"],
    ["TERM_FEATURES": "T3ScLrMSc7PUw"], ["TERM_FEATURES": "ScP"],
  ])
  func `progress is shown by those that know it`(marks: [String: String]) {
    #expect(features("xterm-256color", marks).showsProgress)
    #expect(!features("xterm-256color", marks.merging(["TMUX": "x"]) { $1 }).showsProgress)
    #expect(!features("tmux-256color", marks).showsProgress)
  }

  @Test(arguments: [
    [:], ["ConEmuANSI": "OFF"], ["TERM_PROGRAM": "iTerm.app"], ["PTYXIS_VERSION": "47.0"],
    ["TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20240203-110809-5046fc22"],
    ["TERM_PROGRAM": "WezTerm"], ["KONSOLE_VERSION": "230804"], ["TERM_FEATURES": "T3PbLr"],
  ])
  func `others may take it for a message`(marks: [String: String]) {
    #expect(!features("xterm-256color", marks).showsProgress)
  }

  @Test func `ghostty is known by its type over ssh`() {
    #expect(features("xterm-ghostty").showsProgress)
  }
}
