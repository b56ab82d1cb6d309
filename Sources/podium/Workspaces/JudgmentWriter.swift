import ArgumentParser
import LabelingUI
import Preference

enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl
  case trlDPO = "trl-dpo"
  case sft
  case sftMessages = "sft-messages"
  case diff
  case wordDiff = "word-diff"

  var isJSON: Bool {
    switch self {
    case .jsonl, .trlDPO, .sft, .sftMessages: true
    case .diff, .wordDiff: false
    }
  }

  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}

/// Writes judgments in a format, a block at a time.
struct JudgmentWriter {
  private enum Export {
    case everything(count: Int)
    case pairs(TRLPreferenceExport)
    case supervised(SupervisedExport)
    case changes(CorrectionReport)
  }

  private let write: ([UInt8]) throws -> Void
  private var export: Export
  private var block: [UInt8] = []

  init(format: ExportFormat, includesChosen: Bool = false, to write: @escaping ([UInt8]) throws -> Void) {
    self.write = write
    export =
      switch format {
      case .jsonl: .everything(count: 0)
      case .trlDPO: .pairs(TRLPreferenceExport())
      case .sft: .supervised(SupervisedExport(.completion, includesChosen: includesChosen))
      case .sftMessages: .supervised(SupervisedExport(.messages, includesChosen: includesChosen))
      case .diff: .changes(CorrectionReport(.lines))
      case .wordDiff: .changes(CorrectionReport(.words))
      }
  }

  mutating func add(_ judgment: Judgment, of comparison: Comparison) throws {
    switch export {
    case .everything(let count):
      block += JudgmentExport.line(for: judgment, of: comparison)
      export = .everything(count: count + 1)
    case .pairs(var pairs):
      block += pairs.lines(for: judgment, of: comparison)
      export = .pairs(pairs)
    case .supervised(var rows):
      block += rows.lines(for: judgment, of: comparison)
      export = .supervised(rows)
    case .changes(var report):
      block += report.text(for: judgment, of: comparison)
      export = .changes(report)
    }
    if block.count >= Self.blockSize { try flush() }
  }

  mutating func finish() throws {
    try flush()
  }

  /// How much was written, and what could not be.
  var report: String {
    switch export {
    case .everything(let count): "jsonl: \(count) \(count == 1 ? "judgment" : "judgments"), nothing lost"
    case .pairs(let pairs): pairs.loss.sentence(format: TRLPreferenceExport.formatName)
    case .supervised(let rows): rows.sentence
    case .changes(let report): report.sentence
    }
  }

  private mutating func flush() throws {
    guard !block.isEmpty else { return }
    try write(block)
    block.removeAll(keepingCapacity: true)
  }

  private static let blockSize = 1 << 16
}
