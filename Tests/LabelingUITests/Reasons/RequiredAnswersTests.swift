import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

/// What a rubric requires is asked between the verdict and the disk.
@Suite struct RequiredAnswersTests {
  private func rubric() throws -> Rubric {
    let scale = try #require(Scale(minimum: 1, maximum: 5))
    return Rubric(criteria: [
      Criterion(
        key: "errors", label: "What is wrong",
        kind: .tags([
          .init(value: "factual", label: "Factual error"), .init(value: "style", label: "Style"),
          .init(value: "long", label: "Far too long, with a label that is itself too long to fit"),
        ]), scope: .run),
      Criterion(
        key: "helpfulness", label: "Helpfulness", kind: .rating(scale), scope: .run, isRequired: true),
      Criterion(key: "note", label: "Anything else", kind: .text),
    ])
  }

  private func driver(
    runs: Int = 2, order: [Int]? = nil, size: Size = Size(columns: 80, rows: 24)
  ) throws -> FrontDriver {
    let texts = (0..<runs).map { "Answer \($0)." }
    let items = [
      makeItem(number: 1, texts: texts, order: order ?? Array(0..<runs)), makeItem(number: 2, texts: texts),
    ]
    return FrontDriver(items, size: size, rubric: try rubric())
  }

  private func titleLine(_ driver: FrontDriver) -> String {
    driver.text.split(separator: "\n").first { $0.contains("─ Why") }.map(String.init) ?? ""
  }

  @Test func `it opens on the first run that lacks an answer, wherever the focus is`() throws {
    for order in [[0, 1], [1, 0]] {
      var driver = try driver(order: order)
      driver.press(Key(.tab))
      driver.type("b")
      #expect(titleLine(driver).contains("[A!] ─ B! ─ comparison"))
      #expect(driver.model.screen?.focus == .column(0))
    }
  }

  @Test func `Tab goes on to the next run that lacks an answer`() throws {
    var driver = try driver(runs: 3)
    driver.type("g4")
    #expect(titleLine(driver).contains("[A] ─ B! ─ C! ─ comparison"))
    driver.press(Key(.tab))
    driver.type("3")
    driver.press(Key(.tab, modifiers: .shift), Key(.tab))
    #expect(titleLine(driver).contains("A ─ B ─ [C!] ─ comparison"))
    driver.type("5")
    driver.press(Key(.tab))
    #expect(titleLine(driver).contains("A ─ B ─ C ─ [comparison]"))
    driver.press(Key(.enter))
    #expect(driver.requests.count == 1)
  }

  @Test func `Esc says what is not saved, and what saves it`() throws {
    var driver = try driver()
    driver.type("a4")
    driver.press(Key(.escape))
    #expect(driver.lastLine.contains("not saved: answers are missing; give the verdict again"))
    driver.type("a5")
    driver.press(Key(.escape))
    #expect(driver.lastLine.contains("not saved: the verdict was not confirmed; the verdict given again"))
    driver.type("a")
    #expect(driver.requests.count == 1)
  }

  @Test func `of many runs the order is still there for Enter`() throws {
    var driver = try driver(runs: 3)
    driver.type("abc")
    driver.press(Key(.enter))
    driver.type("4")
    driver.press(Key(.tab))
    driver.type("4")
    driver.press(Key(.tab))
    driver.type("4")
    driver.press(Key(.escape))
    #expect(driver.lastLine.contains("not saved: the verdict was not confirmed; Enter saves it"))
    driver.press(Key(.enter))
    #expect(driver.requests.count == 1)
  }

  @Test func `a long notice stands once, and the question in focus above it`() throws {
    var driver = try driver(size: Size(columns: 40, rows: 12))
    driver.type("a")
    #expect(driver.text.ranges(of: "not saved yet").count == 1, "\(driver.text)")
    #expect(driver.text.contains("Not judged"), "\(driver.text)")
    #expect(driver.text.contains("1  2  3  4  5"), "\(driver.text)")
  }

  @Test func `a label that is longer than the screen is broken between words`() throws {
    var driver = try driver(size: Size(columns: 40, rows: 24))
    driver.type("h")
    let words = driver.text.split(whereSeparator: { " \n▌".contains($0) }).joined(separator: " ")
    #expect(words.contains("Far too long, with a label that is itself too long to fit"), "\(driver.text)")
  }
}
