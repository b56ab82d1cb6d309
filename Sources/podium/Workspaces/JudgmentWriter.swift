import ArgumentParser
import Preference

enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl
  case trlDPO = "trl-dpo"
}

/// Writes judgments in a format, a block at a time.
struct JudgmentWriter {
  private let format: ExportFormat
  private let write: ([UInt8]) throws -> Void
  private var pairs = TRLPreferenceExport()
  private var count = 0
  private var block: [UInt8] = []

  init(format: ExportFormat, to write: @escaping ([UInt8]) throws -> Void) {
    self.format = format
    self.write = write
  }

  mutating func add(_ judgment: Judgment, of comparison: Comparison) throws {
    count += 1
    switch format {
    case .jsonl: block += JudgmentExport.line(for: judgment, of: comparison)
    case .trlDPO: block += pairs.lines(for: judgment, of: comparison)
    }
    if block.count >= Self.blockSize { try flush() }
  }

  mutating func finish() throws {
    try flush()
  }

  /// How much was written, and what could not be.
  var report: String {
    switch format {
    case .jsonl: "jsonl: \(count) \(count == 1 ? "judgment" : "judgments"), nothing lost"
    case .trlDPO: pairs.loss.sentence(format: format.rawValue)
    }
  }

  private mutating func flush() throws {
    guard !block.isEmpty else { return }
    try write(block)
    block.removeAll(keepingCapacity: true)
  }

  private static let blockSize = 1 << 16
}
