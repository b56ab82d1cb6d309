import PreferenceStore
import StrictJSON

/// What an import came to, in words, as JSON and for the shell.
struct ImportResult {
  let path: String
  /// False if there was nothing to make a workspace for.
  let exists: Bool
  let summary: ImportSummary

  var status: ExitStatus {
    if summary.refused > 0 { return .badData }
    return summary.setAside + summary.changed > 0 || !exists ? .findings : .done
  }

  /// Such as `runs.podium: 12 added, 3 already there; not imported: 1 refused`.
  var sentence: String { summary.sentence(of: exists ? path : nil, left: "not imported") }

  var json: JSONValue {
    var object = JSONObject()
    object["workspace"] = exists ? .string(path) : .null
    object["added"] = .number(JSONNumber(summary.added))
    object["already_there"] = .number(JSONNumber(summary.alreadyThere))
    object["changed"] = .number(JSONNumber(summary.changed))
    object["set_aside"] = .number(JSONNumber(summary.setAside))
    object["refused"] = .number(JSONNumber(summary.refused))
    return .object(object)
  }
}
