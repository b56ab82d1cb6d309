import ArgumentParser
import FeedbackSubmission
import Foundation

/// Which feedback is listed, an option for each filter that LangSmith has.
struct FeedbackQueryOptions: ParsableArguments {
  @Option(help: "On this run; may be repeated.")
  var runID: [String] = []

  @Option(help: "With this key; may be repeated.")
  var key: [String] = []

  @Option(help: "From this source: api, model, app, auto_eval; may be repeated.")
  var source: [String] = []

  @Option(help: "On this project, or on runs of it; may be repeated.")
  var sessionID: [String] = []

  @Option(help: "Of this comparative experiment.")
  var comparativeExperimentID: String?

  @Option(help: "Given by this user; may be repeated.")
  var userID: [String] = []

  @Flag(inversion: .prefixedNo, help: "With a score, or without one.")
  var hasScore: Bool?

  @Flag(inversion: .prefixedNo, help: "With a comment, or without one.")
  var hasComment: Bool?

  @Option(help: "On runs, or on projects as a whole.")
  var level: Level?

  @Option(help: ArgumentHelp("Not older than this, such as 2026-01-31T09:30:00Z.", valueName: "time"))
  var minCreatedAt: String?

  @Option(help: ArgumentHelp("Not newer than this.", valueName: "time"))
  var maxCreatedAt: String?

  @Flag(help: "With the names of those who gave it.")
  var includeUserNames = false

  @Option(help: "No more than so many.")
  var limit: Int?

  enum Level: String, CaseIterable, ExpressibleByArgument {
    case run, session
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit: expected 1 or more") }
  }

  /// - Throws: `CommandFailure` that names the option.
  func read() throws -> FeedbackQuery {
    var query = FeedbackQuery(runIDs: try Self.ids(runID, "--run-id"))
    query.sessionIDs = try Self.ids(sessionID, "--session-id")
    query.comparativeExperimentID =
      try Self.ids([comparativeExperimentID].compactMap(\.self), "--comparative-experiment-id").first
    query.userIDs = try Self.ids(userID, "--user-id")
    (query.keys, query.sources) = (key, source)
    (query.hasScore, query.hasComment) = (hasScore, hasComment)
    query.level = level?.rawValue
    query.minCreatedAt = try Self.time(minCreatedAt, "--min-created-at")
    query.maxCreatedAt = try Self.time(maxCreatedAt, "--max-created-at")
    query.includesUserNames = includeUserNames ? true : nil
    query.limit = limit
    return query
  }

  private static func ids(_ texts: [String], _ flag: String) throws -> [UUID] {
    try texts.map { text in
      guard let id = UUID(lenient: text) else { throw CommandFailure(.usage, "\(flag): expected a UUID") }
      return id
    }
  }

  private static func time(_ text: String?, _ flag: String) throws -> String? {
    try text.map { text in
      guard let time = WireTime.parsed(text) else {
        throw CommandFailure(.usage, "\(flag): expected a time such as 2026-01-31T09:30:00Z")
      }
      return time
    }
  }
}
