import Foundation
import Preference
import PreferenceStore
import StrictJSON
import TestSupport
import Testing

@Suite struct ExportCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  static let noncharacters = String(
    String.UnicodeScalarView([0xFFFE, 0xFFFF, 0xFDD0, 0x10FFFF, 0xE000].compactMap(Unicode.Scalar.init)))

  /// Texts that careless programs change: each comes out code point by code point as it went in.
  static let awkward = [
    "e\u{301} \u{E9} \u{212B} \u{FB01}", "\u{0}\u{1}\u{1B}[31m\u{7F}\u{9B}",
    "a\r\nb\rc\nd\u{85}\u{2028}\u{2029}",
    "\u{FEFF}\u{200B}\u{202E}abc\u{202C}\u{E0041}", noncharacters,
    "👩‍👩‍👧‍👦 👍🏽 か\u{3099} עִבְרִית",
    "\"\\/\u{8}\u{C}\t", "", " ", "</script>",
  ]

  func judge(_ verdicts: [Verdict], candidates: [String]) throws {
    let lines = verdicts.indices.map { index in
      let candidates = candidates.map { Candidate(model: "m", output: .text($0)) }
      let prompt = Prompt.messages([.init(role: "user", content: candidates.isEmpty ? "" : "\u{1F600}")])
      return Comparison(id: "q\(index)\u{0}", prompt: prompt, reference: "e\u{301}", candidates: candidates)
        .json.text()
    }
    let path = try folder.write(lines.joined(separator: "\n").utf8, to: "runs.jsonl")
    let source = ImportSource(file: try FileHandle(forReadingFrom: URL(fileURLWithPath: path)), name: path)
    let origin = WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "test")
    let workspace = try Workspace(path: folder.path(of: "runs.podium"), origin: origin)
    var comparisons = WorkspaceImport([source])
    _ = try comparisons.run(into: workspace, now: Date())
    for (index, verdict) in verdicts.enumerated() {
      var ranking = Ranking()
      if verdict == .ranked { candidates.indices.forEach { ranking.place($0) } }
      let new = NewJudgment(
        ordinal: index + 1, decision: Decision(verdict: verdict, ranking: ranking),
        orderShown: Array(candidates.indices), elapsedMilliseconds: 1)
      _ = try workspace.record(new, rater: "ada", id: UUID(), now: Date())
    }
    workspace.close()
  }

  func export(_ format: String, _ options: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(
      ["export", "runs.jsonl", "--format", format] + options, in: folder.path)
  }

  @Test func `texts come out code point by code point`() async throws {
    try judge([.ranked], candidates: Self.awkward)
    let outcome = try await export("jsonl")
    #expect(outcome.status == 0)
    let line = try JSONParser.parse(outcome.output.dropLast())
    let candidates = try #require(line.object?["candidates"]?.array)
    #expect(candidates.map { $0.object?["text"] } == Self.awkward.map { .string($0) })
    #expect(line.object?["comparison_id"] == .string("q0\u{0}"))
    #expect(line.object?["reference"] == .string("e\u{301}"))
  }

  @Test func `what a format cannot hold is counted on standard error`() async throws {
    try judge([.ranked, .allGood, .allBad, .cannotJudge], candidates: ["1", "2", "3"])
    let pairs = try await export("trl-dpo")
    #expect(pairs.lines.count == 3)
    #expect(pairs.errors == "trl-dpo: 3 pairs; not representable: 1 all good, 1 all bad, 1 cannot judge\n")
    let everything = try await export("jsonl")
    #expect(everything.lines.count == 4)
    #expect(everything.errors == "jsonl: 4 judgments, nothing lost\n")
  }

  @Test func `on a terminal, texts are shown and steer nothing`() async throws {
    try judge([.ranked], candidates: ["\u{1B}]0;title\u{7}safe \u{9B}2J\u{202E}", "other"])
    let terminal = try PseudoTerminal()
    let child = try terminal.start(
      [BuiltProgram.podium.path, "export", folder.path(of: "runs.podium"), "--format", "jsonl"],
      environment: [:])
    #expect(try await child.waitForEnd(within: .seconds(60)) == .exited(0))
    let shown = terminal.transcript()
    #expect(shown.contains(#"\u001b]0;title\u0007safe \u009b2J\u202e"#), "\(shown)")
    #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{202E}" })
  }

  @Test func `a file is written whole, and replaced only when asked to`() async throws {
    try judge([.ranked], candidates: ["1", "2"])
    _ = try folder.write("mine".utf8, to: "out.jsonl")
    let refused = try await export("jsonl", "-o", "out.jsonl")
    #expect(refused.status == 2)
    #expect(try folder.contents(of: "out.jsonl") == Array("mine".utf8))
    let forced = try await export("jsonl", "-o", "out.jsonl", "--force")
    #expect(forced.status == 0)
    #expect(try folder.contents(of: "out.jsonl").starts(with: Array("{".utf8)))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }

  @Test func `a workspace, and what is no file, is never replaced`() async throws {
    try judge([.ranked], candidates: ["1", "2"])
    #expect(mkfifo(folder.path(of: "pipe"), 0o600) == 0)
    for (name, words) in [("runs.podium", "is a workspace"), ("pipe", "is no file")] {
      let refused = try await export("jsonl", "-o", name, "--force")
      #expect(refused.status == 2)
      #expect(refused.errors.contains(words), "\(refused.errors)")
    }
    #expect(try await export("jsonl").lines.count == 1)
  }
}
