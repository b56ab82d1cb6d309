import ArgumentParser
import FeedbackSubmission
import Foundation
import LangSmith
import StrictJSON

struct ComparativeExperimentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create-comparative-experiment",
    abstract: "Make a comparative experiment, under which feedback on several experiments is collected.",
    discussion: """
      The arguments are those of create_comparative_experiment in LangSmith's SDK. Prints what LangSmith made, as a line of \
      JSON; its id is the comparative_experiment_id of feedback. With an --id of yours, a call that was repeated makes no \
      second one: LangSmith refuses it.

      Examples:
        podium feedback create-comparative-experiment --name "small vs. large" --experiments 0196d2a4-…,0196d2a5-…
        podium feedback create-comparative-experiment --name blind --experiments 0196d2a4-… --metadata '{"round": 1}'

      Exit status: 0 made, 2 an argument was refused, or the environment does not allow it: nothing was made, 4 LangSmith \
      refused.
      """)

  @Option(help: "What people see.")
  var name: String

  @Option(
    help: ArgumentHelp("Ids of the experiments, with commas between them; may be repeated.", valueName: "ids")
  )
  var experiments: [String] = []

  @Option(help: ArgumentHelp("The dataset they ran on; without it, the first experiment's.", valueName: "id"))
  var referenceDataset: String?

  @Option(help: "What it is about.")
  var description: String?

  @Option(help: ArgumentHelp("Such as 2026-01-31T09:30:00Z; without it, now.", valueName: "time"))
  var createdAt: String?

  @Option(help: ArgumentHelp("A JSON object.", valueName: "json"))
  var metadata: String?

  @Option(help: ArgumentHelp("The id that it is to have; without it, a new one.", valueName: "id"))
  var id: String?

  @OptionGroup
  var connection: ConnectionOptions

  func run() async throws {
    let console = Console.standard
    let ids = try experiments.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map {
      try Self.uuid(String($0), "--experiments")
    }
    guard !ids.isEmpty else { throw CommandFailure(.usage, "--experiments: expected at least one id") }
    let id = try id.map { try Self.uuid($0, "--id") } ?? UUID()
    let dataset = try referenceDataset.map { try Self.uuid($0, "--reference-dataset") }
    let (createdAt, metadata) = (try creationTime(), try metadataObject())
    let client = LangSmithClient(try connection.settings(), onPause: PauseNote(console: console).show)
    let experiment = try await client.createComparativeExperiment(
      id: id, name: name, experimentIDs: ids, referenceDatasetID: dataset, description: description,
      createdAt: createdAt, metadata: metadata)
    try console.printJSON(.object(experiment.json))
  }

  private static func uuid(_ text: String, _ flag: String) throws -> UUID {
    guard let id = UUID(lenient: text) else { throw CommandFailure(.usage, "\(flag): expected a UUID") }
    return id
  }

  private func creationTime() throws -> String? {
    try createdAt.map { text in
      guard let time = WireTime.parsed(text) else {
        throw CommandFailure(.usage, "--created-at: expected a time such as 2026-01-31T09:30:00Z")
      }
      return time
    }
  }

  private func metadataObject() throws -> JSONObject? {
    try metadata.map { text in
      guard case .object(let object) = try OptionJSON.value(text, flag: "--metadata") else {
        throw CommandFailure(.usage, "--metadata: expected a JSON object")
      }
      return object
    }
  }
}
