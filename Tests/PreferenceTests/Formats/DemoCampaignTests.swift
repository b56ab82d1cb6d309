import Foundation
import Testing

@testable import Preference

/// The campaign that `podium demo` opens is read here from the sources, as it is embedded in the binary byte
/// for byte.
@Suite struct DemoCampaignTests {
  private static let url = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../Sources/podium/Demo/campaign.jsonl")

  @Test func `It is imported without a finding`() throws {
    var records = ComparisonImport(try FileHandle(forReadingFrom: Self.url), name: "campaign.jsonl")
    var findings: [String] = []
    while let record = try records.next() {
      if case .rejected(let finding) = record { findings.append(finding.description) }
    }
    #expect(findings == [])
  }

  @Test func `It is small, and its ids are unique`() throws {
    let comparisons = try comparisons()
    #expect(try Data(contentsOf: Self.url).count < 60_000)
    #expect(comparisons.count >= 14)
    #expect(Set(comparisons.map(\.id)).count == comparisons.count)
    #expect(comparisons.allSatisfy { (2...4).contains($0.candidates.count) })
    #expect(comparisons.joined.allSatisfy { $0.model != nil })
  }

  @Test func `It shows every kind of input`() throws {
    let comparisons = try comparisons()
    let texts = comparisons.joined.compactMap(\.text)
    #expect(texts.contains(""))
    #expect(texts.contains { $0.contains("```") })
    #expect(texts.contains { $0.contains("\u{1B}]52;") })
    #expect(texts.contains { $0.contains("| --- |") })
    #expect(comparisons.contains { if case .messages = $0.prompt { true } else { false } })
    #expect(comparisons.contains { $0.reference != nil })
    #expect(comparisons.joined.contains { if case .structured = $0.output { true } else { false } })
    for scalar in ["\u{3092}", "\u{4E2D}", "\u{627}", "\u{5D0}", "\u{200D}", "\u{1F3FD}", "\u{1F1E7}"]
      as [Unicode.Scalar]
    {
      #expect(texts.contains { $0.unicodeScalars.contains(scalar) }, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `One answer is longer than two hundred rows of thirty-eight columns`() throws {
    let rows = try comparisons().joined.compactMap(\.text).map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + max(1, ($1.count + 37) / 38)
      }
    }
    #expect((rows.max() ?? 0) > 200)
  }

  @Test func `About half of the comparisons have runs that LangSmith could know`() throws {
    let traced = try comparisons().filter { $0.candidates.allSatisfy { $0.run?.sessionID != nil } }
    #expect((7...12).contains(traced.count))
  }

  private func comparisons() throws -> [Comparison] {
    var records = ComparisonImport(try FileHandle(forReadingFrom: Self.url), name: "campaign.jsonl")
    var comparisons: [Comparison] = []
    while let record = try records.next() {
      if case .comparison(let comparison, _) = record { comparisons.append(comparison) }
    }
    return comparisons
  }
}

extension [Comparison] {
  fileprivate var joined: [Candidate] { flatMap(\.candidates) }
}

extension Candidate {
  fileprivate var text: String? {
    if case .text(let text) = output { text } else { nil }
  }
}
