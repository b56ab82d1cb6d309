import Preference
import StrictJSON

/// What somebody who compares experiments should know of how their runs fit together.
struct JoinFindings: Equatable {
  var experiments: [Experiment] = []
  /// Comparisons of an example's second, third … runs.
  var repetitions = 0
  /// Such runs with nothing to compare them with.
  var unpairedRepetitions = 0
  /// Examples with runs of fewer than two experiments.
  var examplesAlone = 0
  /// Examples that are compared without anything to refer to.
  var examplesWithoutOutputs = 0
  /// Examples that the dataset no longer has: what the runs were given stands in.
  var examplesUnknown = 0
  var hasSeveralVersions = false

  struct Experiment: Equatable {
    let name: String
    /// Examples that are compared without it.
    var missing = 0
    /// Runs that failed or are not finished.
    var withoutOutputs = 0
    /// Runs whose outputs are too large to be sent along.
    var withDetachedOutputs = 0
    /// Runs that belong to no example.
    var withoutExample = 0
  }

  /// A line for each.
  var lines: [String] {
    experiments.flatMap(\.lines)
      + [
        line(
          repetitions, "comparison is a repetition", "comparisons are repetitions",
          "their ids end in #2, #3 …"),
        line(
          unpairedRepetitions, "repeated run has no counterpart", "repeated runs have no counterpart",
          "left out"),
        line(
          examplesAlone, "example has runs of one experiment only",
          "examples have runs of one experiment only",
          "left out"),
        line(
          examplesWithoutOutputs, "example has no outputs", "examples have no outputs",
          "raters see no reference there"),
        line(
          examplesUnknown, "example is not in the dataset any more",
          "examples are not in the dataset any more",
          "raters see what the runs were given"),
        hasSeveralVersions
          ? "the experiments ran on different versions of the dataset: examples are shown as the first one had them"
          : nil,
      ].compactMap { $0 }
  }

  var json: JSONValue {
    [
      "repetitions": .number(JSONNumber(repetitions)),
      "unpaired_repetitions": .number(JSONNumber(unpairedRepetitions)),
      "examples_left_out": .number(JSONNumber(examplesAlone)),
      "examples_without_outputs": .number(JSONNumber(examplesWithoutOutputs)),
      "examples_not_in_dataset": .number(JSONNumber(examplesUnknown)),
      "several_dataset_versions": .bool(hasSeveralVersions),
    ]
  }

  private func line(_ count: Int, _ one: String, _ many: String, _ meaning: String) -> String? {
    count > 0 ? "\(CountedNoun.text(count, one, many)): \(meaning)" : nil
  }
}

extension JoinFindings.Experiment {
  fileprivate var lines: [String] {
    [
      (missing, "example without a run", "examples without a run", "compared without it"),
      (withoutOutputs, "run without outputs", "runs without outputs", "failed or not finished, left out"),
      (
        withDetachedOutputs, "run with outputs too large to be sent along",
        "runs with outputs too large to be sent along", "left out"
      ),
      (withoutExample, "run that belongs to no example", "runs that belong to no example", "left out"),
    ].filter { $0.0 > 0 }.map { "\(name): \(CountedNoun.text($0.0, $0.1, $0.2)): \($0.3)" }
  }
}
