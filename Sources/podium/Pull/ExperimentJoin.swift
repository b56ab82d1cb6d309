import Foundation
import Identifiers
import LangSmith
import Preference
import StrictJSON

/// Makes comparisons of experiments' runs: those on the same example are compared.
///
/// Runs are joined by the example and by nothing else: time and order tell nothing about what a run was made on.
/// Where an experiment ran an example several times, first goes with first, second with second; `#2` and so on follow
/// the example's id then.
struct ExperimentJoin {
  private(set) var comparisons: [Comparison] = []
  private(set) var findings = JoinFindings()

  private let work: PulledWork

  init(_ work: PulledWork) {
    self.work = work
    findings.hasSeveralVersions = work.hasSeveralVersions
    findings.experiments = work.experiments.map { JoinFindings.Experiment(name: $0.name) }
    let runs = work.experiments.indices.map { runsByExample($0) }
    let examples = order(Set(runs.flatMap(\.keys)))
    let rounds = runs.flatMap { $0.values.map(\.count) }.max() ?? 0
    for round in 0..<rounds {
      for example in examples { compare(example, runs.map { $0[example] ?? [] }, round: round) }
    }
    for example in examples { count(example, runs) }
  }

  // MARK: Runs

  /// The runs that can be compared, by their examples; those on the same example in an order that later runs do not
  /// change.
  private mutating func runsByExample(_ index: Int) -> [UUID: [Run]] {
    var usable: [UUID: [Run]] = [:]
    for run in work.experiments[index].runs where run.parentRunID == nil {
      guard let example = run.referenceExampleID else {
        findings.experiments[index].withoutExample += 1
        continue
      }
      if run.outputs != nil {
        usable[example, default: []].append(run)
      } else if run.hasDetachedOutputs {
        findings.experiments[index].withDetachedOutputs += 1
      } else {
        findings.experiments[index].withoutOutputs += 1
      }
    }
    return usable.mapValues { runs in runs.sorted { Self.key($0) < Self.key($1) } }
  }

  private static func key(_ run: Run) -> (String, String) { (run.startTime ?? "", run.id.uuidString) }

  /// The dataset's own order, oldest first.
  private func order(_ examples: Set<UUID>) -> [UUID] {
    let keys = examples.map { id in (work.examples[id]?.createdAt ?? "", id.uuidString, id) }
    return keys.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  // MARK: Comparisons

  private mutating func compare(_ example: UUID, _ runs: [[Run]], round: Int) {
    let candidates = zip(work.experiments, runs).compactMap { experiment, runs in
      round < runs.count ? Self.candidate(runs[round], of: experiment) : nil
    }
    guard candidates.count >= 2 else {
      if round > 0 { findings.unpairedRepetitions += candidates.count }
      return
    }
    if round > 0 { findings.repetitions += 1 }
    let inputs = work.examples[example]?.inputs ?? runs.lazy.compactMap { $0.first?.inputs }.first
    comparisons.append(
      Comparison(
        id: example.lowercaseString + (round > 0 ? "#\(round + 1)" : ""),
        prompt: ExampleReading.prompt(from: inputs ?? JSONObject()),
        reference: ExampleReading.reference(from: work.examples[example]?.outputs),
        metadata: metadata(example, round: round), candidates: candidates))
  }

  private static func candidate(_ run: Run, of experiment: PulledWork.Experiment) -> Candidate {
    Candidate(
      model: experiment.name, output: .structured(run.outputs ?? JSONObject()),
      run: RunIdentity(
        // The first run of a trace is what the trace is known by.
        runID: run.id, traceID: run.traceID ?? run.id, sessionID: run.sessionID ?? experiment.session.id,
        startTime: run.startTime))
  }

  private func metadata(_ example: UUID, round: Int) -> JSONObject {
    var origin: JSONObject = [
      "dataset_id": .string(work.dataset.id.lowercaseString), "example_id": .string(example.lowercaseString),
    ]
    if round > 0 { origin["repetition"] = .number(JSONNumber(round + 1)) }
    if let metadata = work.examples[example]?.metadata, !metadata.isEmpty {
      origin["metadata"] = .object(metadata)
    }
    return ["langsmith": .object(origin)]
  }

  // MARK: Findings

  private mutating func count(_ example: UUID, _ runs: [[UUID: [Run]]]) {
    let present = runs.indices.filter { runs[$0][example] != nil }
    guard present.count >= 2 else {
      findings.examplesAlone += 1
      return
    }
    for index in runs.indices where !present.contains(index) { findings.experiments[index].missing += 1 }
    guard let known = work.examples[example] else {
      findings.examplesUnknown += 1
      return
    }
    if ExampleReading.reference(from: known.outputs) == nil { findings.examplesWithoutOutputs += 1 }
  }
}
