import Testing

@testable import LabelingUI

@Suite("Pair difference")
struct PairDifferenceTests {
  @Test func `what both sides leave unmarked is the same, and counts are the same`() {
    var samples = DifferenceSamples(seed: 1)
    for _ in 0..<60 {
      let left = samples.text(words: samples.number(in: 0...300))
      let right = samples.edited(left, percent: samples.number(in: 0...90))
      let (pair, vocabulary) = difference(left, right)
      let marks = WordMarks(pair, vocabulary: vocabulary)
      let kept = (unmarked(marks.left, pair.left), unmarked(marks.right, pair.right))
      #expect(kept.0 == kept.1)
      #expect(
        marks.left.filter { $0.kind == .changed }.count == marks.right.filter { $0.kind == .changed }.count)
      #expect(marks.left.filter { $0.kind == .moved }.count == marks.right.filter { $0.kind == .moved }.count)
    }
  }

  @Test func `told from the other side it is the same, mirrored`() {
    var samples = DifferenceSamples(seed: 2)
    for _ in 0..<40 {
      let left = samples.text(words: 150)
      let right = samples.edited(left, percent: samples.number(in: 0...80))
      let (pair, _) = difference(left, right)
      let (mirrored, _) = difference(right, left)
      #expect(pair.similarity == mirrored.similarity)
      #expect(pair.parts.map(\.blocks) == mirrored.parts.map(\.blocks.mirrored))
      #expect(pair.moved.map { [$0.left, $0.right] } == mirrored.moved.map { [$0.right, $0.left] })
      let (vocabulary, other) = (difference(left, right).1, difference(right, left).1)
      let (marks, mirroredMarks) = (
        WordMarks(pair, vocabulary: vocabulary), WordMarks(mirrored, vocabulary: other)
      )
      #expect(marks.left == mirroredMarks.right && marks.right == mirroredMarks.left)
    }
  }

  @Test func `blocks pair by what they are about, in order`() {
    let left =
      "Sunlight enters the atmosphere.\n\nBlue light has a short wavelength.\n\nIn short: scattering."
    let right =
      "Good question!\n\nThe wavelength of blue light is short.\n\nAt sunset the path is longer.\n\nSo, scattering it is."
    let (pair, _) = difference(left, right)
    #expect(pair.parts.map(\.blocks) == [BlockPair(1, 1), BlockPair(2, 3)])
  }

  @Test func `what one text says in one block, the other may say in two`() {
    let whole =
      "Sunlight is scattered by molecules of the air, blue far more than red. At sunset it travels a longer way, and what is left is orange."
    let halves = whole.replacing(". At", with: ".\n\nAt")
    let (opening, end) = ("The question is an old one.", "Tyndall asked it in 1869.")
    let left = [opening, whole, end].joined(separator: "\n\n")
    let right = [opening, halves, end].joined(separator: "\n\n")
    let (pair, vocabulary) = difference(left, right)
    #expect(
      pair.parts.map(\.blocks) == [BlockPair(0, 0), BlockPair(left: 1..<2, right: 1..<3), BlockPair(2, 3)])
    #expect(pair.similarity == 1)
    let marks = WordMarks(pair, vocabulary: vocabulary)
    #expect(marks.left.isEmpty && marks.right.isEmpty)
  }

  @Test func `a neighbor about something else is not taken along`() {
    let paragraph = "Sunlight is scattered by molecules of the air, blue far more than red."
    let (pair, _) = difference(paragraph, paragraph + "\n\nDogs need a walk every morning.")
    #expect(pair.parts.map(\.blocks) == [BlockPair(0, 0)])
    let (about, _) = difference(
      paragraph,
      "Blue light is scattered by molecules of the air more than red.\n\nThe air in winter is cold.")
    #expect(about.parts.map(\.blocks) == [BlockPair(0, 0)])
  }

  @Test func `code and tables stand for one block only`() {
    let row = "| scattering of blue light by air |"
    let (pair, _) = difference(row + " molecules and sunlight |", row + "\n| molecules and sunlight |")
    #expect(pair.parts.allSatisfy { $0.blocks.left.count == 1 && $0.blocks.right.count == 1 })
  }

  @Test func `a paragraph that stands elsewhere is moved`() {
    let (first, second, third) = (
      "Cats sleep most of the day and hunt at night.",
      "Dogs need a long walk every single morning.",
      "Birds sing before the sun is up, in spring above all."
    )
    let (pair, vocabulary) = difference(
      [first, second, third].joined(separator: "\n\n"), [third, first, second].joined(separator: "\n\n"))
    #expect(pair.parts.count == 2)
    #expect(pair.moved.map { [$0.left, $0.right] } == [[2, 0]])
    #expect(
      WordMarks(pair, vocabulary: vocabulary).left == [
        TokenMark(tokens: pair.left.blocks[2].tokens, kind: .moved)
      ])
  }

  @Test func `code is compared by lines, and words inside those that differ`() {
    let left = "```\nfunc area(r) {\n  return 3 * r\n}\n```"
    let right = "```\nfunc area(r) {\n  log(r)\n  return 3.14 * r\n}\n```"
    let (pair, vocabulary) = difference(left, right)
    let marks = WordMarks(pair, vocabulary: vocabulary)
    #expect(marks.left.marks(in: pair.left.text).words(in: left) == "changed[3]")
    #expect(marks.right.marks(in: pair.right.text).words(in: right) == "onlyHere[log(r)] changed[3.14]")
  }

  @Test func `a budget that does not suffice is kept, and the result is coarse`() {
    var samples = DifferenceSamples(seed: 5)
    let left = samples.text(words: 3000)
    let right = samples.text(words: 3000)
    var vocabulary = Vocabulary()
    let texts = [left, right].map { BlockText(TokenizedText(Array($0.utf8), vocabulary: &vocabulary)) }
    var budget = WorkBudget(steps: 2000)
    let pair = PairDifference(texts[0], texts[1], vocabulary: vocabulary, budget: &budget)
    #expect(pair.isCoarse && budget.isExhausted && budget.left >= 0)
  }

  private func unmarked(_ marks: [TokenMark], _ text: BlockText) -> [[UInt8]] {
    let marked = Set(marks.flatMap(\.tokens))
    return text.text.tokens.indices.filter { !marked.contains($0) }.map {
      Array(text.text.bytes[text.text.bytes(of: $0..<$0 + 1)])
    }
  }

  private func difference(_ left: String, _ right: String) -> (PairDifference, Vocabulary) {
    var vocabulary = Vocabulary()
    let texts = [left, right].map { BlockText(TokenizedText(Array($0.utf8), vocabulary: &vocabulary)) }
    var budget = WorkBudget()
    return (PairDifference(texts[0], texts[1], vocabulary: vocabulary, budget: &budget), vocabulary)
  }
}
