import ArgumentParser
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
  private static let blockSize = 1 << 16

  private let write: ([UInt8]) throws -> Void
  private var export: any JudgmentFormat
  private var block: [UInt8] = []

  init(format: ExportFormat, includesChosen: Bool = false, to write: @escaping ([UInt8]) throws -> Void) {
    export = format.export(includingChosen: includesChosen)
    self.write = write
  }

  mutating func add(_ judgment: Judgment, of comparison: Comparison) throws {
    block += export.bytes(for: judgment, of: comparison)
    if block.count >= Self.blockSize { try flush() }
  }

  mutating func finish() throws {
    try flush()
  }

  /// How much was written, and what could not be.
  var report: String { export.sentence }

  private mutating func flush() throws {
    guard !block.isEmpty else { return }
    try write(block)
    block.removeAll(keepingCapacity: true)
  }
}
