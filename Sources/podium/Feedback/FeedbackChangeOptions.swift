import ArgumentParser
import FeedbackSubmission
import Foundation
import PreferenceStore
import StrictJSON

/// How feedback that is there already is changed.
struct FeedbackChangeOptions: ParsableArguments {
  @Option(help: "How many attempts in a row may fail before it is left for later.")
  var stopAfterAttempt = FeedbackArguments.defaultAttempts

  @OptionGroup
  var outbox: FeedbackOutboxOption

  @OptionGroup
  var delivery: DeliveryOptions

  @Flag(help: "Keep the change and do not send it now. Only for feedback that is in the workspace.")
  var noWait = false

  func validate() throws {
    guard stopAfterAttempt >= 1 else {
      throw ValidationError("--stop-after-attempt: expected a number of attempts, 1 or more")
    }
  }

  /// - Parameter change: Carries the change out; true if it is left to the outbox.
  func run(
    _ id: UUID, isDeletion: Bool = false, _ change: (FeedbackClient, Int) async throws -> Bool
  ) async throws {
    let console = Console.standard
    let transport = try delivery.transport(sends: !noWait)
    let (workspace, path) = try outbox.open()
    defer { workspace.close() }
    let client = FeedbackClient(database: workspace.database, transport: transport)
    if noWait, try await client.state(of: id) == nil {
      throw CommandFailure(
        .usage, "\(path): has no such feedback: without --no-wait it is changed at LangSmith")
    }
    guard try await Self.translating({ try await change(client, stopAfterAttempt) }) else {
      let state = isDeletion ? FeedbackState.deleted : .delivered
      return try console.printJSON(FeedbackResult(id: id, state: state, progress: nil).json)
    }
    let delivery = FeedbackDelivery(client: client, console: console)
    let progress = try await noWait ? nil : delivery.run(stopAfterAttempt: stopAfterAttempt)
    let status = try await delivery.report(on: [id], progress: progress, path: path)
    if status != .done { throw status.exitCode }
  }

  static func id(_ text: String) throws -> UUID {
    guard let id = UUID(lenient: text) else { throw CommandFailure(.usage, "id: expected a UUID") }
    return id
  }

  /// Says what the server's answers mean for the shell.
  private static func translating<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let error as FeedbackServerError {
      if case .unavailable = error { throw CommandFailure(.findings, error.description) }
      throw CommandFailure(.refused, error.description)
    } catch let error as FeedbackRecordError {
      throw CommandFailure(.usage, error.description)
    }
  }
}
