import Foundation
import LabelingUI
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
        ([draft.contents.joined(separator: ", ")] + draft.contentsElsewhere)
          .joined(separator: "; in another window: "),
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
      if let others = draft.drafts?.others, !others.isEmpty {
        object["in_other_windows"] = .array(others.map(\.json))
      }
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
