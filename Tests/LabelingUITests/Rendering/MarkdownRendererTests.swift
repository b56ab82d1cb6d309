import Terminal
import Testing

@testable import LabelingUI

@Suite("Markdown renderer")
struct MarkdownRendererTests {
  @Test(arguments: [
    ("## A **bold** title", "A bold title"),
    ("some **strong** and *soft* words", "some strong and soft words"),
    ("__strong__ _soft_", "strong soft"),
    ("2*3*4 and a_b_c and **kwargs", "2*3*4 and a_b_c and **kwargs"),
    ("- item\n* other\n1. third", "• item\n• other\n1. third"),
    ("`a*b*c` and \\*kept\\*", "`a*b*c` and \\*kept\\*"),
    ("see [words](https://x.org/a_b_c)", "see [words](https://x.org/a_b_c)"),
    ("```\n# no heading\n**x**\n```\n# heading", "```\n# no heading\n**x**\n```\nheading"),
    ("a\r\n\r\n# b\r\n", "a\r\n\r\nb\r\n"),
    ("* * *\n---", "* * *\n---"),
    ("#hash and 5 * 3", "#hash and 5 * 3"),
    ("", ""),
  ])
  func `signs that a style shows are left out, all else stays`(source: String, shown: String) {
    #expect(Array(render(source).shown.utf8) == Array(shown.utf8))
  }

  @Test func `columns of a table are brought to the same width`() {
    let table = """
      | name | what it does |
      |---|:-:|
      | a | **runs** |
      | 空 | |
      """
    #expect(
      render(table).shown == """
        | name | what it does |
        |------|--------------|
        | a    | runs         |
        | 空   |              |
        """)
  }

  @Test func `where letters are spelled out, columns are as wide as what is spelled`() {
    let table = "| é | b |\n|---|---|\n| ab | é |\n| **ü** | 3 |"
    let shown = MarkdownRenderer.render(Array(table.utf8), for: .ascii).shown
    let widths = shown.split(separator: "\n").map { TextWidth.columns(of: String($0), repertoire: .ascii) }
    #expect(widths == [19, 19, 19, 19])
  }

  @Test func `styles say what the signs said`() {
    let source = "# Title\n- **b** `c`\n> q"
    let text = render(source)
    let bytes = Array(text.shown.utf8)
    let styled = text.styles.map {
      "\($0.role.rawValue)[\(String(decoding: bytes[$0.range], as: UTF8.self))]"
    }
    #expect(styled == ["md.heading[Title]", "md.list[•]", "md.strong[b]", "md.code[`c`]", "md.quote[> q]"])
  }

  @Test func `every letter is shown, and found again from both sides, whatever the text`() {
    var samples = DifferenceSamples(seed: 21)
    let signs = [
      "**", "*", "_", "`", "# ", "- ", "| a | b |\n|---|---|\n| c | d |\n", "\n", "\n\n", "```\n", "\\", "[",
    ]
    for _ in 0..<300 {
      var source = ""
      for _ in 0..<30 { source += samples.text(words: 2) + signs[samples.number(in: 0...signs.count - 1)] }
      let text = render(source)
      let (from, to) = (Array(source.utf8), Array(text.shown.utf8))
      var end = 0
      for span in text.styles {
        #expect(span.range.lowerBound >= end && span.range.upperBound <= to.count)
        end = span.range.upperBound
      }
      var last = 0
      for offset in from.indices {
        let shown = text.map.shown(offset)
        #expect(shown >= last && shown <= to.count)
        last = shown
        guard (0x61...0x7A).contains(from[offset]) else { continue }
        #expect(shown < to.count && to[shown] == from[offset] && text.map.source(shown) == offset)
      }
    }
  }

  @Test(arguments: [
    "_", "*", "`", "[", "[a](", "[a]", "*a ", "_a ", "**a ", "`a ", "`` ", "*a`", "\\", "\\`", "a*", "](",
    "[a](b", "| a ",
    "|", "**_", "_`*[",
  ])
  func `a line of one sign costs what its length costs`(sign: String) {
    for (count, head) in [(2_000, ""), (2_000, "x"), (2_000, "# "), (2_000, "- "), (2_000, "| ")] {
      let line = head + String(repeating: sign, count: count)
      var renderer = MarkdownRenderer(source: Array(line.utf8), repertoire: .unicode)
      renderer.run()
      #expect(renderer.effort <= 8 * line.utf8.count, "\(head)\(sign)")
    }
  }

  @Test func `backticks in runs of all lengths cost what their length costs`() {
    let line = (1...400).map { String(repeating: "`", count: $0) }.joined(separator: " a ")
    var renderer = MarkdownRenderer(source: Array(line.utf8), repertoire: .unicode)
    renderer.run()
    #expect(renderer.effort <= 8 * line.utf8.count)
    #expect(renderer.shown == Array(line.utf8))
  }

  @Test func `whatever the text, the work is a few times its length`() {
    var samples = DifferenceSamples(seed: 8)
    let signs = [
      "**", "*", "_", "`", "``", "[", "](", ")", "\\", " ", "|", "\n", "a", "| a | b |\n|---|---|\n", "\n# ",
      "\n- ",
      "```\n",
    ]
    for _ in 0..<200 {
      // A few signs that come again and again are worse than all of them.
      let few = (0..<samples.number(in: 1...4)).map { _ in signs[samples.number(in: 0...signs.count - 1)] }
      var source = ""
      for _ in 0..<2_000 { source += few[samples.number(in: 0...few.count - 1)] }
      var renderer = MarkdownRenderer(source: Array(source.utf8), repertoire: .unicode)
      renderer.run()
      #expect(renderer.effort <= 24 * source.utf8.count + 100, "\(few)")
    }
  }

  @Test func `a table that would be many times as long stays as it is`() {
    let rows = String(repeating: "\n|", count: 5_000)
    let narrow = "| a | b |\n|---|---|" + rows
    let wide = "| " + String(repeating: "a", count: 80) + " |\n|---|" + rows
    for table in [narrow, wide] { #expect(render(table).shown.utf8.count <= 5 * table.utf8.count + 10_000) }
    let bars = String(repeating: "|", count: 2_000) + "\n|-|\n" + String(repeating: "|\n", count: 2_000)
    #expect(Array(render(bars).shown.utf8) == Array(bars.utf8))
  }

  private func render(_ source: String) -> RenderedText {
    MarkdownRenderer.render(Array(source.utf8), for: .unicode)
  }
}
