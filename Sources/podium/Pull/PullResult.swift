import Foundation
import Identifiers
import LangSmith
import Preference
import PreferenceStore
import StrictJSON

/// What a pull came to, or would come to, in words, as JSON and for the shell.
struct PullResult {
  let path: String
  let work: PulledWork
  let findings: JoinFindings
  let summary: ImportSummary
  /// `nil` if there is nothing to make a workspace for.
  let plan: ComparativeExperimentStep.Plan?
  let extendsTraceRetention: Bool

  private var isEmpty: Bool { summary.added + summary.alreadyThere + summary.changed == 0 }

  var status: ExitStatus {
    summary.setAside + summary.refused + summary.changed > 0 || isEmpty ? .findings : .done
  }

  /// Such as `runs.podium: 12 added, 3 already there; not pulled: 1 changed`.
  var sentence: String { summary.sentence(of: plan == nil ? nil : path, left: "not pulled") }

  /// Such as `runs.podium: 12 would be added, 3 already there`.
  var preview: String {
    summary.sentence(of: plan == nil ? nil : path, added: "would be added", left: "would not be pulled")
  }

  /// What to know of it, a line each.
  var notes: [String] {
    var notes = findings.lines
    if summary.changed > 0 {
      notes.append(
        "\(CountedNoun.text(summary.changed, "comparison has", "comparisons have")) other runs at LangSmith now: "
          + "the workspace keeps what it has; pull into a new one to judge the others")
    }
    switch plan {
    case .keep(let id), .join(let id): notes.append("comparative experiment \(id.lowercaseString)")
    case .make(_, let name): notes.append("comparative experiment “\(name)”")
    case nil: notes.append("no two experiments have runs on the same example, so there is nothing to compare")
    }
    return notes + [retention]
  }

  /// What delivery will do to the bill.
  private var retention: String {
    extendsTraceRetention
      ? "each judged trace moves to LangSmith's extended retention, which costs more: "
        + "--no-extend-trace-retention leaves it where it is"
      : "judged traces stay in the retention they have; records travel one by one for it"
  }

  var json: JSONValue {
    [
      "workspace": .string(path),
      "dataset": [
        "id": .string(work.dataset.id.lowercaseString),
        "name": work.dataset.name.map(JSONValue.string) ?? .null,
      ],
      "experiments": .array(zip(work.experiments, findings.experiments).map(Self.json)),
      "comparisons": [
        "added": .number(JSONNumber(summary.added)),
        "already_there": .number(JSONNumber(summary.alreadyThere)),
        "changed": .number(JSONNumber(summary.changed)),
        "set_aside": .number(JSONNumber(summary.setAside)), "refused": .number(JSONNumber(summary.refused)),
      ],
      "findings": findings.json, "comparative_experiment": planJSON,
      "extend_trace_retention": .bool(extendsTraceRetention),
    ]
  }

  private static func json(
    _ experiment: PulledWork.Experiment, _ findings: JoinFindings.Experiment
  ) -> JSONValue {
    [
      "id": .string(experiment.session.id.lowercaseString), "name": .string(experiment.name),
      "runs": .number(JSONNumber(experiment.runs.count)),
      "examples_without_a_run": .number(JSONNumber(findings.missing)),
      "runs_without_outputs": .number(JSONNumber(findings.withoutOutputs)),
      "runs_with_detached_outputs": .number(JSONNumber(findings.withDetachedOutputs)),
      "runs_without_example": .number(JSONNumber(findings.withoutExample)),
    ]
  }

  private var planJSON: JSONValue {
    switch plan {
    case .keep(let id): ["action": "keep", "id": .string(id.lowercaseString)]
    case .join(let id): ["action": "join", "id": .string(id.lowercaseString)]
    case .make(let id, let name):
      ["action": "make", "id": id.map { .string($0.lowercaseString) } ?? .null, "name": .string(name)]
    case nil: .null
    }
  }
}
