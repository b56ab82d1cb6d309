import Testing

@testable import LabelingUI

@Suite struct EditorKeyTableReaderTests {
  @Test func `the editor's keys are set in a table of their own`() throws {
    let text = "[keys]\npreset = \"emacs\"\n[keys.editor]\nsave = [\"M-s\", \"C-x w\"]\ndiscard = \"none\"\n"
    let bindings = try Configuration(text, path: "config.toml", themes: []).keys.editor
    #expect(bindings[.save].map(\.text) == ["M-s", "^X w"])
    #expect(bindings[.discard].isEmpty)
    #expect(bindings[.left].first?.text == "^B")
  }

  @Test(arguments: [
    ("sav = \"^S\"", "there is no such command; did you mean 'save'?"),
    ("save = \"s\"", "'s' is typed into the text"), ("save = \"none\"", "nobody would get out"),
    ("save = 3", "expected a key such as"), ("copy = \"^X\"", "of cut"),
    ("copy = \"C-i\"", "terminals send the same"),
  ])
  func `what is wrong is told with its line`(line: String, words: String) {
    do {
      _ = try Configuration("[keys.editor]\n\(line)\n", path: "config.toml", themes: [])
      Issue.record("nothing was found")
    } catch {
      #expect("\(error)".hasPrefix("config.toml:2: keys.editor."))
      #expect("\(error)".contains(words), "\(error)")
    }
  }
}
