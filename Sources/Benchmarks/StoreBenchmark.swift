import Foundation
import Identifiers
import Preference
import PreferenceStore

/// What the workspace costs: importing, opening with many comparisons, and committing a judgment beside a bare commit.
struct StoreBenchmark {
  let folder: String
  let comparisonCount: Int

  private var inputPath: String { folder + "/runs.jsonl" }
  private var path: String { folder + "/runs.podium" }

  func run() throws {
    try writeInput()
    try measureImport("first import")
    try measureImport("same again")
    try measureOpening("opening, nothing judged")
    try measureCommits()
    try measureOpening("opening, some judged")
  }

  private func writeInput() throws {
    let answer = String(repeating: "An answer of ordinary length, with some words in it. ", count: 8)
    try Data().write(to: URL(fileURLWithPath: inputPath))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: inputPath))
    for number in 1...comparisonCount {
      let candidates = (0..<2).map { index in
        #"{"id":"c\#(index)","model":"m\#(index)","text":"\#(answer)","run_id":"\#(UUID().uuidString)"}"#
      }
      let line =
        #"{"id":"q\#(number)","prompt":"\#(answer)","candidates":[\#(candidates.joined(separator: ","))]}"#
      try file.write(contentsOf: Data((line + "\n").utf8))
    }
    try file.close()
  }

  private func measureImport(_ name: String) throws {
    let workspace = try open()
    let source = ImportSource(
      file: try FileHandle(forReadingFrom: URL(fileURLWithPath: inputPath)), name: "runs")
    var comparisons = WorkspaceImport([source])
    var measurement = Measurement()
    let summary = try measurement.time { try comparisons.run(into: workspace, now: Date()) }
    let rate = Double(comparisonCount) / measurement.percentile(0.5) * 1000
    print("\(name): \(summary.added) added, \(Int(rate)) records/s, \(residentMegabytes()) MB resident")
    workspace.close()
  }

  private func measureOpening(_ name: String) throws {
    var measurement = Measurement()
    for _ in 0..<20 {
      let workspace = try measurement.time {
        let workspace = try open()
        _ = try workspace.progress(rater: "ada")
        let next = try workspace.firstUnjudged(after: 0, rater: "ada") ?? 1
        _ = try workspace.comparison(at: next, rater: "ada")
        return workspace
      }
      workspace.close()
    }
    print("\(name): \(measurement.summary)")
  }

  /// In turns, so that what else the machine does touches both alike.
  private func measureCommits() throws {
    let workspace = try open()
    let bare = try BareDatabase(path: folder + "/bare.sqlite")
    var (judgments, commits) = (Measurement(), Measurement())
    var ids = UUIDv7Sequence()
    var generator = SystemRandomNumberGenerator()
    for ordinal in 1...min(comparisonCount, 2000) {
      let order = try workspace.comparison(at: ordinal, rater: "ada").order
      var ranking = Ranking()
      order.forEach { ranking.place($0) }
      let new = NewJudgment(
        ordinal: ordinal, decision: Decision(verdict: .ranked, ranking: ranking), orderShown: order,
        elapsedMilliseconds: 1)
      let id = ids.next(at: Date(), using: &generator)
      _ = try judgments.time { try workspace.record(new, rater: "ada", id: id, now: Date()) }
      try commits.time { try bare.commitThreeRows() }
      if ordinal.isMultiple(of: 300) { try bare.checkpoint() }
    }
    print("judgment: \(judgments.summary)")
    print("bare commit of three rows: \(commits.summary)")
    print("ratio of medians: \(String(format: "%.2f", judgments.percentile(0.5) / commits.percentile(0.5)))")
    workspace.close()
  }

  private func open() throws -> Workspace {
    let origin = WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "benchmark")
    return try Workspace(path: path, origin: origin)
  }

  private func residentMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropLast().last).flatMap { Int($0) }.map { $0 / 1024 } ?? 0
  }
}
