import Foundation
import Preference
import PreferenceStore
import StrictJSON

/// Drafts in words and as JSON.
struct DraftListing {
  let drafts: [StoredDraft]
  let now: Date

  var table: OutboxTable {
    var table = OutboxTable(header: ["number", "comparison", "rater", "age", "begun"])
    for draft in drafts {
      table.add([
        String(draft.ordinal), draft.comparison.id, draft.rater, draft.keptAt.map(age) ?? "?",
        draft.contents.joined(separator: ", "),
      ])
    }
    return table
  }

  var json: [JSONValue] {
    drafts.map { draft in
      var object: JSONObject = [
        "number": .number(JSONNumber(draft.ordinal)), "comparison_id": .string(draft.comparison.id),
        "rater": .string(draft.rater),
        "kept_at": draft.keptAt.map { .string(RFC3339.text(of: $0)) } ?? .null,
        "contents": .array(draft.contents.map(JSONValue.string)),
      ]
      object["draft"] = draft.draft?.json
      return .object(object)
    }
  }

  /// `now`, `5 min`, `3 h`, `12 d`.
  private func age(_ time: Date) -> String {
    let minutes = Int(now.timeIntervalSince(time) / 60)
    switch minutes {
    case ..<1: return "now"
    case ..<120: return "\(minutes) min"
    case ..<(48 * 60): return "\(minutes / 60) h"
    default: return "\(minutes / 60 / 24) d"
    }
  }
}

extension StoredDraft {
  /// What is in it: kinds and numbers, no text.
  var contents: [String] {
    guard let draft else { return ["cannot be read"] }
    let remarks = draft.remarks ?? Remarks()
    let comments = remarks.runComments.count + (remarks.comment == nil ? 0 : 1)
    return [
      draft.ranking.map { "an order of \($0.placedCount)" },
      Self.counted(comments, "comment", "comments"),
      Self.counted(remarks.corrections.count, "correction", "corrections"),
      Self.counted(remarks.answers.count, "answer", "answers"), draft.edit.map { $0.subject.words },
    ].compactMap(\.self)
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : CountedNoun.text(count, one, many)
  }
}

extension EditSubject {
  fileprivate var words: String {
    switch self {
    case .comment, .runComment: "a comment being written"
    case .correction: "a correction being written"
    }
  }
}
