import LabelingUI
import Preference

/// Judgments one after the other as a file has them.
protocol JudgmentFormat {
  mutating func bytes(for judgment: Judgment, of comparison: Comparison) -> [UInt8]

  /// How much was written, and what could not be.
  var sentence: String { get }
}

extension ExportFormat {
  func export(includingChosen: Bool) -> any JudgmentFormat {
    switch self {
    case .jsonl: JudgmentExport()
    case .trlDPO: TRLPreferenceExport()
    case .sft: SupervisedExport(.completion, includesChosen: includingChosen)
    case .sftMessages: SupervisedExport(.messages, includesChosen: includingChosen)
    case .diff: CorrectionReport(.lines)
    case .wordDiff: CorrectionReport(.words)
    }
  }
}

extension JudgmentExport: JudgmentFormat {
  mutating func bytes(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    line(for: judgment, of: comparison)
  }
}

extension TRLPreferenceExport: JudgmentFormat {
  mutating func bytes(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    lines(for: judgment, of: comparison)
  }

  var sentence: String { loss.sentence(format: Self.formatName) }
}

extension SupervisedExport: JudgmentFormat {
  mutating func bytes(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    lines(for: judgment, of: comparison)
  }
}

extension CorrectionReport: JudgmentFormat {
  mutating func bytes(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    text(for: judgment, of: comparison)
  }
}
