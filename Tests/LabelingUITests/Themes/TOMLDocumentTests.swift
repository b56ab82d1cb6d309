import TOMLKit
import Testing

@testable import LabelingUI

@Suite struct TOMLDocumentTests {
  /// On all of these the parser would end the program.
  @Test(arguments: [
    "[\n", "[ \t\n]", "a = 1\n[=]", "[[\n", "[[[a]]]", "[!]", "[é]", "x = [\n1]\n [", "x = \"[\"\n[",
    "[a]\n[\r\n",
    "x = \"\"\"\n[!\n\"\"\"\n[!]", "x = '\\'\n[!]", "# it's\n[!]", "x = { a = [1] }\n[!]",
  ])
  func `a header without a name is a mistake, and not the end`(text: String) {
    do {
      _ = try TOMLDocument.table(text)
      Issue.record("nothing was found")
    } catch {
      #expect(error.line >= 1 && error.line <= text.unicodeScalars.filter { $0 == "\n" }.count + 1)
    }
  }

  @Test(arguments: [("x = \"a\n[[[\n", 1), ("x = 1\n[[[\n", 2), ("x = 1\ny =\n[a]\n[!]\n", 2)])
  func `of several mistakes the first is named`(text: String, line: Int) {
    do {
      _ = try TOMLDocument.table(text)
      Issue.record("nothing was found")
    } catch {
      #expect(error.line == line)
    }
  }

  @Test(arguments: [
    "x = [\n[1], [\n2]\n]", "x = \"\"\"\n[!] a note\n\"\"\"", "x = '''\n[\n'''\n[a]",
    "[ a ]\n[[ \"b c\" ]]\n[a.'d']",
    "# [\nx = \"# [\\\"\" # [\n[a]", "",
  ])
  func `brackets elsewhere are left to the parser`(text: String) throws {
    _ = try TOMLDocument.table(text)
  }
}
