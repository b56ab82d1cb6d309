import Foundation

@testable import FeedbackSubmission

/// A client whose time, luck and server are the test's.
final class ClientFixture: Sendable {
  let server: FakeServer
  let client: FeedbackClient
  private let file: TemporaryDatabase

  init(server: FakeServer = FakeServer()) throws {
    self.server = server
    file = try TemporaryDatabase()
    var surroundings = FeedbackClient.Surroundings()
    surroundings.clock = server.clock
    surroundings.random = { 0.5 }
    client = FeedbackClient(
      database: try file.open(schema: FeedbackOutboxFile.schema()), transport: server,
      surroundings: surroundings)
  }

  /// The same outbox as a program started anew finds it.
  func reopened() throws -> FeedbackClient {
    client.close()
    return FeedbackClient(
      database: try file.open(schema: FeedbackOutboxFile.schema()), transport: server)
  }

  static func record(_ run: Int = 1, id: UUID? = nil, score: FeedbackRecord.Score = 1, group: UUID? = nil)
    -> FeedbackRecord
  {
    FeedbackRecord(
      id: id, target: .run(.init(runID: .run(run))), key: "quality", score: score, groupID: group)
  }
}
