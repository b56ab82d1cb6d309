import Preference
import Testing

@testable import LabelingUI

@Suite struct CampaignFileTests {
  static let sample = """
    [campaign]
    name = "Support, May"

    [[criterion]]
    key = "errors"
    label = "What is wrong"
    kind = "tags"
    scope = "run"
    options = [
      { key = "f", value = "factual", label = "Factual error" },
      "style",
    ]

    [[criterion]]
    key = "fluency"
    kind = "rating"
    min = 0
    max = 1
    step = 0.25

    [[criterion]]
    use = "confidence"
    required = true
    """

  func faults(_ text: String) -> [String] {
    do {
      _ = try CampaignFile.rubric(text, path: "c.toml")
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func `a file says what raters are asked`() throws {
    let rubric = try CampaignFile.rubric(Self.sample, path: "c.toml")
    #expect(rubric.name == "Support, May")
    #expect(rubric.criteria.map(\.key) == ["errors", "fluency", "confidence"])
    let errors = try #require(rubric["errors"])
    #expect(errors.scope == .run)
    #expect(errors.options.map(\.label) == ["Factual error", "style"])
    #expect(errors.options.map(\.letter) == ["f", "s"])
    #expect(rubric["fluency"]?.kind == Scale(minimum: 0, maximum: 1, step: 0.25).map(Criterion.Kind.rating))
    #expect(rubric["confidence"]?.isRequired == true)
    #expect(rubric["fluency"]?.label == "fluency")
  }

  @Test func `an empty file asks nothing`() throws {
    #expect(try CampaignFile.rubric("", path: "c.toml").criteria.isEmpty)
  }

  @Test func `every fault is told with its line, and what is near`() {
    let text = """
      titel = 1
      [campaign]
      nam = "x"
      [[criterion]]
      key = "a"
      kind = "tag"
      [[criterion]]
      key = "b"
      kind = "flag"
      requird = true
      [[criterion]]
      key = "c"
      kind = "rating"
      min = 1
      max = 5
      step = 9
      [[criterion]]
      key = "d"
      kind = "category"
      scope = "pair"
      options = [{ valeu = "x" }]
      """
    #expect(
      faults(text) == [
        "c.toml:1: titel: there is no such key; there are campaign, criterion",
        "c.toml:3: campaign.nam: there is no such key; did you mean 'name'?",
        "c.toml:6: criterion 1, kind: expected one of tags, category, rating, flag, text; did you mean 'tags'?",
        "c.toml:10: criterion 2, requird: there is no such key; did you mean 'required'?",
        "c.toml:16: criterion 3, step: expected a step of 0.0001 or more that fits between min and max at least once and at most 1000 times",
        "c.toml:20: criterion 4, scope: expected \"comparison\" or \"run\"",
        "c.toml:21: criterion 4, options: expected for each option a text, or { key = \"f\", value = \"factual\", label = \"Factual error\" }",
      ])
  }

  @Test func `what contradicts itself is told where it stands`() {
    let text = """
      [[criterion]]
      key = "a"
      kind = "tags"
      options = [{ key = "f", value = "x" }, { key = "f", value = "y" }]

      [[criterion]]
      key = "a"
      kind = "flag"

      [[criterion]]
      key = "ranked_preference"
      kind = "text"
      letter = "f"
      """
    #expect(
      faults(text) == [
        "c.toml:4: criterion 1, options: expected each letter once: 'f' stands twice",
        "c.toml:7: criterion 2, key: expected another key: a is one already",
        "c.toml:11: criterion 3, key: expected another key: Podium itself sends ranked_preference",
        "c.toml:13: criterion 3, letter: expected another letter: 'f' belongs to a",
      ])
  }

  @Test func `text that is no TOML is told with its line`() {
    #expect(faults("[campaign]\nname = \n").first?.hasPrefix("c.toml:2: not valid TOML: ") == true)
  }
}
