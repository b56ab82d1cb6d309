import Foundation
import TestSupport
import Testing

/// One field of the matrix: what goes wrong, on which path, with which work.
struct FaultCell: Sendable, CustomTestStringConvertible {
  enum Path: String, CaseIterable { case batched, direct }

  enum Work: String, CaseIterable {
    case creations
    /// Judgments are changed, taken back and made again while they are delivered, and afterwards.
    case edits
  }

  let kind: FaultKind
  let path: Path
  let work: Work
  var senders = 1

  var testDescription: String {
    [kind.rawValue, path.rawValue, work.rawValue, senders > 1 ? "\(senders) senders" : ""].filter {
      !$0.isEmpty
    }
    .joined(separator: " · ")
  }

  private static let all = FaultKind.allCases.flatMap { kind in
    Path.allCases.filter { $0 == .batched ? kind.hitsBatches : kind.hitsSingles }.flatMap { path in
      Work.allCases.map { FaultCell(kind: kind, path: path, work: $0) }
    }
  }

  /// With two senders, what is worst for them.
  private static let shared = [FaultKind.nothing, .resetAfter, .late, .everything].flatMap { kind in
    Path.allCases.flatMap { path in
      Work.allCases.map { FaultCell(kind: kind, path: path, work: $0, senders: 2) }
    }
  }

  /// Edits begin with creations, so the ordinary tests leave creations alone out.
  static let chosen = (all + shared).filter { cell in
    FaultScale.current.pattern.map { cell.testDescription.contains($0) } ?? (cell.work == .edits)
  }
}

/// How much is done in a cell. The ordinary tests do little; `.ci/faults` does 100,000 records in every cell, and the
/// environment asks for what is between:
///
///     PODIUM_FAULT_RECORDS=10000 PODIUM_FAULT_SEEDS=1-3 PODIUM_FAULT_CELLS=direct PODIUM_FAULT_REPORT=/tmp/report \
///       swift test --filter FaultMatrix
struct FaultScale: Sendable {
  var records = 100
  var seeds: [UInt64] = [1]
  /// Words that a cell's name has.
  var pattern: String?
  /// A file to which a line is written for each run.
  var report: String?
  /// Cells at a time.
  var width = 10

  var isLong: Bool { records > 2000 }

  static let current = FaultScale(ProcessInfo.processInfo.environment)

  private init(_ environment: [String: String]) {
    records = environment["PODIUM_FAULT_RECORDS"].flatMap { Int($0) } ?? records
    width = environment["PODIUM_FAULT_WIDTH"].flatMap { Int($0) } ?? width
    pattern = environment["PODIUM_FAULT_CELLS"]
    report = environment["PODIUM_FAULT_REPORT"]
    let bounds = environment["PODIUM_FAULT_SEEDS"]?.split(separator: "-").compactMap { UInt64($0) } ?? []
    if let first = bounds.first, let last = bounds.last, first <= last { seeds = Array(first...last) }
  }
}
