import Foundation
import TestSupport

/// A judgment as `podium export` writes it.
struct ExportedJudgment: Decodable, Equatable {
  let comparison: String
  let verdict: String
  /// Candidates' places in the file, best first.
  let tiers: [[Int]]
  let orderShown: [Int]
  let revision: Int

  private enum CodingKeys: String, CodingKey {
    case comparison = "comparison_id"
    case orderShown = "order_shown"
    case verdict, tiers, revision
  }

  /// All current judgments of a workspace.
  static func all(in folder: TemporaryFolder, of name: String = "runs.podium") async throws -> [Self] {
    let outcome = try await BuiltProgram.podium.run(
      ["export", folder.path(of: name), "--format", "jsonl"], in: folder.path)
    return try outcome.lines.map { try JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
  }

  /// The tiers by the letters that the rater saw.
  var letters: [String] {
    tiers.map { tier in
      tier.map { candidate in
        orderShown.firstIndex(of: candidate).map { String(UnicodeScalar(UInt8(65 + $0))) } ?? "?"
      }.sorted().joined(separator: "=")
    }
  }
}
