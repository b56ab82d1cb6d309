import Foundation
import Identifiers
import Preference
import StrictJSON
import Synchronization
import TestSupport

@testable import PreferenceStore

/// A workspace in a folder of its own, with a clock and identifiers that count.
final class TestWorkspace {
  let folder: TemporaryFolder
  private(set) var workspace: Workspace
  private var ticks = 0

  init(_ comparisons: [Comparison] = []) throws {
    folder = try TemporaryFolder()
    workspace = try Self.open(folder)
    if !comparisons.isEmpty { _ = try add(comparisons) }
  }

  var now: Date { Date(timeIntervalSince1970: 1_700_000_000 + Double(ticks)) }
  var path: String { folder.path(of: "test.podium") }

  static func open(_ folder: TemporaryFolder) throws -> Workspace {
    let origin = WorkspaceOrigin(
      orderSeed: .max - 1, createdAt: Date(timeIntervalSince1970: 1_700_000_000), programVersion: "1.2.3")
    return try Workspace(path: folder.path(of: "test.podium"), origin: origin)
  }

  func reopen() throws {
    workspace.close()
    workspace = try Self.open(folder)
  }

  func add(_ comparisons: [Comparison]) throws -> ImportSummary {
    try add(lines: comparisons.map { $0.json.text() })
  }

  func add(lines: [String], findings: inout [String]) throws -> ImportSummary {
    let path = try folder.write(lines.joined(separator: "\n").utf8, to: "input.jsonl")
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    let seen = Mutex<[String]>([])
    defer { findings += seen.withLock { $0 } }
    var comparisons = WorkspaceImport(
      [ImportSource(file: file, name: "input.jsonl")],
      onFinding: { finding in seen.withLock { $0.append(finding.description) } })
    return try comparisons.run(into: workspace, now: now)
  }

  func add(lines: [String]) throws -> ImportSummary {
    var findings: [String] = []
    return try add(lines: lines, findings: &findings)
  }

  @discardableResult
  func judge(_ ordinal: Int, _ decision: Decision = .allGood, comment: String? = nil, rater: String = "ada")
    throws
    -> Judgment
  {
    ticks += 1
    let stored = try workspace.comparison(at: ordinal, rater: rater)
    var remarks = decision.remarks
    remarks.comment = comment ?? remarks.comment
    let new = NewJudgment(
      ordinal: ordinal,
      decision: Decision(verdict: decision.verdict, ranking: decision.ranking, remarks: remarks),
      orderShown: stored.order, elapsedMilliseconds: 1500)
    return try workspace.record(new, rater: rater, id: .numbered(ticks), now: now)
  }

  func undo(rater: String = "ada") throws -> HistoryStep? { try workspace.undo(rater: rater, now: now) }

  func redo(rater: String = "ada") throws -> HistoryStep? { try workspace.redo(rater: rater, now: now) }

  func current(_ ordinal: Int, rater: String = "ada") throws -> Judgment? {
    try workspace.comparison(at: ordinal, rater: rater).current
  }
}

extension UUID {
  static func numbered(_ number: Int) -> UUID {
    .version5(namespace: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), name: "\(number)")
  }
}

extension Decision {
  static let allGood = Decision(verdict: .allGood, ranking: Ranking())
  static let allBad = Decision(verdict: .allBad, ranking: Ranking())
  static let cannotJudge = Decision(verdict: .cannotJudge, ranking: Ranking())
}

extension Comparison {
  /// With candidates that say nothing but their number.
  static func sample(_ id: String, candidates count: Int = 2, runs: Range<Int> = 0..<0) -> Comparison {
    let candidates = (0..<count).map { index in
      Candidate(
        id: "c\(index)", output: .text("answer \(index)"),
        run: runs.contains(index) ? RunIdentity(runID: .numbered(1000 + index)) : nil)
    }
    return Comparison(id: id, prompt: .text("question"), candidates: candidates)
  }

  static func samples(_ count: Int) -> [Comparison] { (1...count).map { sample("q\($0)") } }
}
