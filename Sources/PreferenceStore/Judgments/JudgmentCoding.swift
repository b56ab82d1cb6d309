import Foundation
import GRDB
import Preference
import StrictJSON

/// How a judgment is written in its row.
enum JudgmentCoding {
  /// Such as `[[2],[0,1]]`.
  static func text(ofTiers tiers: [[Int]]) -> String { JSONValue.array(tiers.map(array)).text() }

  /// Such as `[1,0,2]`.
  static func text(ofIndices indices: [Int]) -> String { array(indices).text() }

  /// `nil` if nothing was remarked.
  static func bytes(of remarks: Remarks) -> Data? { remarks.isEmpty ? nil : Data(remarks.json.utf8()) }

  static func judgment(from row: Row) throws -> Judgment {
    let verdict = Verdict(rawValue: row["verdict"])
    let count: Int = row["candidate_count"]
    let tiers = (try? JSONParser.parse((row["ranking"] as String).utf8))?.array?.map(indices)
    let order = (try? JSONParser.parse((row["order_shown"] as String).utf8)).map(indices)
    guard let verdict, let tiers, let ranking = Ranking(tiers: tiers, candidateCount: count),
      let order, order.sorted() == Array(0..<count), let remarks = try? remarks(from: row)
    else {
      throw WorkspaceError.damaged("a judgment of comparison number \(row["ordinal"] as Int) cannot be read")
    }
    return Judgment(
      id: row["id"], lineage: row["lineage"], revision: row["revision"],
      comparisonID: String(decoding: row["comparison_id"] as Data, as: UTF8.self), rater: row["rater_name"],
      verdict: verdict, ranking: ranking, remarks: remarks, rubricVersion: row["rubric"],
      orderShown: order,
      elapsedMilliseconds: row["elapsed_milliseconds"],
      decidedAt: Date(millisecondsSince1970: row["decided_at"]), programVersion: row["program_version"])
  }

  /// Before there were other remarks, judgments had a comment.
  private static func remarks(from row: Row) throws -> Remarks {
    if let bytes = row["remarks"] as Data? {
      let field = Field(value: try JSONParser.parse(bytes), path: .record)
      return try Remarks(field, candidateCount: row["candidate_count"])
    }
    return Remarks(comment: (row["comment"] as Data?).map { String(decoding: $0, as: UTF8.self) })
  }

  private static func array(_ indices: [Int]) -> JSONValue {
    .array(indices.map { .number(JSONNumber($0)) })
  }

  /// What is no index becomes one that no candidate has.
  private static func indices(_ value: JSONValue) -> [Int] {
    (value.array ?? []).map { $0.number?.intValue ?? -1 }
  }
}
