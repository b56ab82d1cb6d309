import FeedbackSubmission
import Foundation
import StrictJSON

/// Reads the work that LangSmith holds: experiments, their runs, examples, annotation queues, feedback.
///
///     let client = LangSmithClient(try LangSmithSettings())
///     let info = try await client.serverInfo()
///     let dataset = try await client.dataset(named: "questions")
///     for try await experiment in client.experiments(onDataset: dataset.id, info.sessionGeneration) {
///       for try await run in client.rootRuns(ofExperiment: experiment.id, info.runGeneration) { … }
///     }
///
/// Lists come page by page, as they are iterated. A request that fails for a passing reason (408, 425, 429, 5xx
/// but 501, no connection) is sent again, eight times in all, with pauses that grow or that the server asks for.
/// All calls throw `LangSmithError`, or `CancellationError`.
///
/// Two generations of calls exist. Those here are the first, `v2` has the second; `experiments(onDataset:_:)` and
/// `rootRuns(ofExperiment:_:)` take the one that `ServerInfo` names.
public struct LangSmithClient: Sendable {
  let channel: APIChannel

  /// Why, and how long, a request waits before it is sent again.
  public struct Pause: Sendable, Equatable {
    public let duration: Duration
    public let error: LangSmithError
  }

  /// Nothing is sent before the first call; libcurl is loaded here.
  ///
  /// - Parameter onPause: Told of each pause when it begins.
  public init(_ settings: LangSmithSettings, onPause: @escaping @Sendable (Pause) -> Void = { _ in }) {
    self.init(settings, Self.limits, onPause: onPause)
  }

  init(
    _ settings: LangSmithSettings, _ limits: CurlConfiguration,
    onPause: @escaping @Sendable (Pause) -> Void = { _ in }
  ) {
    let client = Result { () throws(HTTPFailure) in
      try CurlClient(CurlConfiguration(settings, limits: limits))
    }
    self.init(
      APIChannel(
        endpoint: settings.endpoint,
        send: { request in
          switch client {
          case .success(let client): await client.perform(request)
          case .failure(let failure): .failure(failure)
          }
        }, onPause: onPause))
  }

  init(_ channel: APIChannel) {
    self.channel = channel
  }

  /// A page of runs holds whole outputs, and takes the server its time.
  static let limits: CurlConfiguration = {
    var limits = CurlConfiguration()
    limits.deadline = .seconds(120)
    limits.responseLimit = 256 << 20
    return limits
  }()
}

extension LangSmithClient {
  func object(_ call: APICall) async throws -> JSONObject {
    guard let object = try await channel.answer(to: call).object else {
      throw LangSmithError(.unreadable, call.subject, detail: "expected an object")
    }
    return object
  }

  /// For calls whose answer says nothing more.
  func perform(_ call: APICall) async throws {
    _ = try await channel.answer(to: call)
  }
}
