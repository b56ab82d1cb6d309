import Foundation
import Identifiers
import LangSmith
import Preference
import StrictJSON

/// Reads experiments with their runs and the examples they ran on.
struct ExperimentPull {
  let client: LangSmithClient
  let progress: ReadingProgress

  /// - Parameters:
  ///   - dataset: Name or id.
  ///   - experiments: Names or ids.
  func work(dataset: String, experiments: [String]) async throws -> PulledWork {
    let info = try await client.knownServerInfo()
    let dataset = try await self.dataset(dataset)
    let sessions = try await self.sessions(experiments, of: dataset, info.sessionGeneration)
    var pulled: [PulledWork.Experiment] = []
    for session in sessions {
      let runs = try await info.runGeneration.orOther { try await self.runs(of: session, $0) }
      pulled.append(PulledWork.Experiment(session: session, runs: runs))
    }
    let examples = try await examples(of: pulled, in: dataset)
    return PulledWork(dataset: dataset, experiments: pulled, examples: examples)
  }

  private func dataset(_ name: String) async throws -> Dataset {
    if let id = UUID(uuidString: name) { return try await client.dataset(id: id) }
    return try await client.dataset(named: name)
  }

  private func sessions(
    _ names: [String], of dataset: Dataset, _ generation: APIGeneration
  ) async throws -> [Session] {
    var sessions: [Session] = []
    for name in names {
      let session = try await generation.orOther { try await client.session(name, $0) }
      if sessions.contains(where: { $0.id == session.id }) {
        throw CommandFailure(.usage, "--experiments: “\(name)” is named twice")
      }
      if let other = session.referenceDatasetID, other != dataset.id {
        throw CommandFailure(
          .usage,
          "--experiments: “\(name)” ran on another dataset (\(other.lowercaseString)): name experiments of one dataset"
        )
      }
      sessions.append(session)
    }
    return sessions
  }

  private func runs(of session: Session, _ generation: APIGeneration) async throws -> [Run] {
    var runs: [UUID: Run] = [:]
    for try await page in client.rootRuns(ofExperiment: session.id, generation).pages {
      for run in page { runs[run.id] = run }
      let name = session.name ?? session.id.lowercaseString
      progress.show("\(CountedNoun.text(runs.count, "run", "runs")) of \(name)")
    }
    return Array(runs.values)
  }

  /// As the first experiment had them.
  private func examples(
    of experiments: [PulledWork.Experiment], in dataset: Dataset
  ) async throws -> [UUID: Example] {
    let ids = Set(experiments.flatMap(\.runs).compactMap(\.referenceExampleID))
    let ordered = ids.sorted { $0.uuidString < $1.uuidString }
    var examples: [UUID: Example] = [:]
    for start in stride(from: 0, to: ordered.count, by: Self.batch) {
      var query = ExampleQuery(datasetID: dataset.id)
      query.ids = Array(ordered[start..<min(start + Self.batch, ordered.count)])
      query.asOf = experiments.first?.session.datasetVersion
      for try await example in client.examples(query) { examples[example.id] = example }
      progress.show(CountedNoun.text(examples.count, "example", "examples"))
    }
    return examples
  }

  /// How many ids fit into an address, and leave the page short of its limit.
  private static let batch = 50
}

extension LangSmithClient {
  /// What the server says of itself; a server that says nothing is one of the first generation.
  func knownServerInfo() async throws -> ServerInfo {
    do {
      return try await serverInfo()
    } catch let error as LangSmithError where error.code == .notFound || error.code == .refused {
      return .unknown
    }
  }

  /// - Parameter name: Or an id.
  fileprivate func session(_ name: String, _ generation: APIGeneration) async throws -> Session {
    switch (generation, UUID(uuidString: name)) {
    case (.first, let id?): return try await session(id: id)
    case (.first, nil): return try await session(named: name)
    case (.second, let id?): return try await v2.session(id: id)
    case (.second, nil): return try await v2.session(named: name)
    }
  }
}

extension APIGeneration {
  /// Makes a call with this generation; where the server does not have it, with the other one.
  ///
  /// The first generation is being taken out of service, the second is not everywhere yet, and what a server says about
  /// either is not always so.
  func orOther<Value>(_ call: (APIGeneration) async throws -> Value) async throws -> Value {
    do {
      return try await call(self)
    } catch let error as LangSmithError where error.code == .notFound {
      do {
        return try await call(other)
      } catch let second as LangSmithError where second.code == .notFound {
        throw error
      }
    }
  }
}
