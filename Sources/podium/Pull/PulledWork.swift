import Foundation
import Identifiers
import LangSmith

/// What was read for a pull, before anything is made of it.
struct PulledWork {
  let dataset: Dataset
  let experiments: [Experiment]
  let examples: [UUID: Example]

  struct Experiment {
    let session: Session
    /// Its first runs of traces, in whatever order they came.
    let runs: [Run]

    /// What raters never see, and everyone else knows it by.
    var name: String { session.name ?? session.id.lowercaseString }
  }

  /// Whether the experiments took their examples from the same state of the dataset, as far as they say.
  var hasSeveralVersions: Bool { Set(experiments.map(\.session.datasetVersion)).count > 1 }
}
