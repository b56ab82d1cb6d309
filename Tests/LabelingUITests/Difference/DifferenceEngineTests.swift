import Foundation
import Preference
import StrictJSON
import Testing

@testable import LabelingUI

@Suite("Difference engine")
struct DifferenceEngineTests {
  let sky = "Air scatters blue light far more than red light, so the sky looks blue from everywhere."
  let sea =
    "The ocean mirrors what is above it. Hence people once believed that water gives heaven its tint, which is wrong."

  @Test func `identical runs are said to be identical, compared byte by byte`() throws {
    #expect(RunDifference.of(sky, sky)?.summary.shown == .identical)
    let difference = try #require(RunDifference.of("a café at noon", "a cafe\u{301} at noon"))
    #expect(difference.summary.shown == .words)
    #expect(difference.marks.map(\.count) == [1, 1])
  }

  @Test func `runs that differ in blanks only are said to have the same words`() {
    #expect(RunDifference.of("a b\n\nc", "a  b c\n")?.summary.shown == .sameWords)
  }

  @Test func `runs that are much alike show words`() throws {
    let other = sky.replacingOccurrences(of: "red", with: "green")
    let difference = try #require(RunDifference.of(sky, other))
    #expect(difference.summary.shown == .words)
    #expect(difference.marks[0].words(in: sky) == "changed[red]")
    #expect(difference.marks[1].words(in: other) == "changed[green]")
  }

  @Test func `of a word in another's place, the letters that differ are marked`() throws {
    let other = sky.replacingOccurrences(of: "scatters", with: "scattered")
    let difference = try #require(RunDifference.of(sky, other))
    #expect(difference.marks[0].words(in: sky) == "changed[s]")
    #expect(difference.marks[1].words(in: other) == "changed[ed]")
  }

  @Test func `runs that share phrases show phrases`() throws {
    let left = "Rayleigh scattering explains it: blue light has a shorter wavelength than red. \(sea)"
    let right =
      "Because blue light has a shorter wavelength, molecules deflect it. Evenings are orange for that reason."
    let difference = try #require(RunDifference.of(left, right))
    #expect(difference.summary.shown == .phrases)
    #expect(difference.marks[0].words(in: left) == "shared[blue light has a shorter wavelength]")
    #expect(difference.marks[1].words(in: right) == "shared[blue light has a shorter wavelength]")
  }

  @Test func `runs that share nothing but grammar show nothing`() throws {
    let difference = try #require(RunDifference.of(sky, sea))
    #expect(difference.summary.shown == .nothing)
    #expect(difference.marks == [[], []])
  }

  @Test func `what is asked for is shown, however alike the runs`() {
    for aid in ReadingAid.allCases {
      let shown = RunDifference.of(sky, sea, aid: aid)?.summary.shown
      switch aid {
      case .words: #expect(shown == .words)
      case .phrases: #expect(shown == .phrases)
      case .unique: #expect(shown == .unique)
      case .auto, .off: #expect(shown == .nothing)
      }
    }
  }

  @Test func `many runs that are not alike show what is only here and what is in all`() throws {
    let texts = [
      "The sky is blue because air scatters blue light. Rayleigh found the law.",
      "Sunsets are red, and the sky is blue because air scatters blue light.",
      "Air is clear; the sky is blue because air scatters blue light. Oceans mirror it.",
    ]
    let request = DifferenceRequest(texts: texts.map { Array($0.utf8) }, aid: .unique)
    let difference = try #require(DifferenceEngine.compare(request))
    #expect(
      difference.marks[0].words(in: texts[0])
        == "inAll[The sky is blue because air scatters blue light] onlyHere[Rayleigh found the law]")
    #expect(difference.marks[1].words(in: texts[1]).hasPrefix("onlyHere[Sunsets are red]"))
  }

  @Test func `of many runs, single words that only one uses are marked, too`() throws {
    let texts = [
      "Sure! The sky is blue because air scatters blue light. Tyndall measured scattering in 1869.",
      "Certainly: the sky is blue because air scatters blue light.",
      "The sky is blue because air scatters blue light strongly.",
    ]
    let request = DifferenceRequest(texts: texts.map { Array($0.utf8) }, aid: .unique)
    let difference = try #require(DifferenceEngine.compare(request))
    let only = zip(difference.marks, texts).map { marks, text in
      marks.filter { $0.kind == .onlyHere }.words(in: text)
    }
    #expect(
      only == [
        "onlyHere[Sure] onlyHere[Tyndall measured scattering in 1869]", "onlyHere[Certainly]",
        "onlyHere[strongly]",
      ])
  }

  @Test func `a pivot is marked where every other run differs, as they are`() throws {
    let texts = [
      "Air scatters blue light far more than red light, every day.",
      "Air scatters blue light far more than green light, every day.",
      "Air scatters blue light far more than pink light, every night.",
    ]
    let request = DifferenceRequest(texts: texts.map { Array($0.utf8) })
    let difference = try #require(DifferenceEngine.compare(request))
    #expect(difference.summary.shown == .words)
    #expect(difference.marks[0].words(in: texts[0]) == "changed[red]")
    #expect(difference.marks[2].words(in: texts[2]) == "changed[pink] changed[night]")
  }

  @Test func `runs that are identical among many are named`() throws {
    let difference = try #require(RunDifference.of(sky, sea, sky, sea))
    #expect(difference.summary.identical == [[0, 2], [1, 3]])
  }

  @Test func `ideographs are compared one by one`() throws {
    let (left, right) = ("空が青いのは、光が散らばるからです。", "空が青いのは、光が曲がるからです。")
    let difference = try #require(RunDifference.of(left, right))
    #expect(difference.summary.shown == .words)
    #expect(difference.marks[0].words(in: left) == "changed[散らば]")
    #expect(difference.marks[1].words(in: right) == "changed[曲が]")
  }

  @Test func `nobody gets an answer to what was cancelled`() {
    var samples = DifferenceSamples(seed: 4)
    let texts = (0..<2).map { _ in Array(samples.text(words: 20_000).utf8) }
    let difference = DifferenceEngine.compare(DifferenceRequest(texts: texts), budget: WorkBudget { true })
    #expect(difference == nil)
  }

  @Test func `of many long runs, what is known is told before the end`() throws {
    var samples = DifferenceSamples(seed: 6)
    let texts = (0..<4).map { _ in
      Array((samples.text(words: 100) + String(repeating: "long ", count: 90_000)).utf8)
    }
    var reports: [RunDifference] = []
    let difference = DifferenceEngine.compare(DifferenceRequest(texts: texts, aid: .words)) {
      reports.append($0)
    }
    let last = try #require(difference)
    #expect(reports.map(\.summary.isPartial) == [true, true, true] && !last.summary.isPartial)
    // What is read of all of them, then the second and the third one whole.
    #expect(reports[1].marks[1] == last.marks[1])
    #expect(reports[2].marks[1...2] == last.marks[1...2])
    #expect(reports.allSatisfy { $0.marks.dropFirst().allSatisfy { !$0.isEmpty } })
  }

  @Test(arguments: ReadingAid.allCases)
  func `marks of the demo campaign are in order, apart from each other, and on letters' borders`(
    aid: ReadingAid
  ) throws {
    for texts in try Self.demo() {
      let request = DifferenceRequest(texts: texts, pivot: texts.count - 1, aid: aid)
      let difference = try #require(DifferenceEngine.compare(request))
      #expect(!difference.summary.isCoarse)
      for (text, marks) in zip(texts, difference.marks) {
        var end = 0
        for mark in marks {
          #expect(mark.range.lowerBound >= end && mark.range.upperBound <= text.count && !mark.range.isEmpty)
          #expect(text[mark.range.lowerBound] & 0xC0 != 0x80)
          end = mark.range.upperBound
        }
      }
    }
  }

  private static func demo() throws -> [[[UInt8]]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "Sources/podium/Demo/campaign.jsonl"))
    return try data.split(separator: 0x0A).map { line in
      let candidates = try JSONParser.parse(line).object?["candidates"]?.array ?? []
      return candidates.compactMap { $0.object?["text"]?.string.map { Array($0.utf8) } }
    }.filter { $0.count > 1 }
  }
}
