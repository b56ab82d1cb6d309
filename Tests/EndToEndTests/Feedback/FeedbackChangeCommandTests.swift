import Foundation
import StrictJSON
import TestSupport
import Testing

/// `feedback update` and `feedback delete`.
@Suite struct FeedbackChangeCommandTests {
  private typealias Fixture = FeedbackCommandFixture

  @Test func `feedback of ours is changed, and deleted`() async throws {
    let fixture = try Fixture()
    _ = try await fixture.create("--feedback-id", Fixture.id, "--score", "1", "--comment", "c")
    let updated = try await fixture.podium(
      "feedback", "update", Fixture.id, "--score", "0.5", "--clear", "comment")
    #expect(updated.status == 0)
    #expect(updated.text == #"{"id":"\#(Fixture.id)","state":"delivered"}"# + "\n")
    #expect(fixture.server.records.map { $0["score"] } == [0.5])
    #expect(fixture.server.records.map { $0["comment"] } == [.null])
    let deleted = try await fixture.podium("feedback", "delete", Fixture.id)
    #expect(deleted.text == #"{"id":"\#(Fixture.id)","state":"deleted"}"# + "\n")
    #expect(fixture.server.records.isEmpty)
  }

  @Test func `feedback of others is changed at the server, and only what was named`() async throws {
    let fixture = try Fixture()
    _ = try await fixture.create("--feedback-id", Fixture.id, "--score", "1", "--workspace", "other.podium")
    let before = fixture.requests.count
    let updated = try await fixture.podium("feedback", "update", Fixture.id, "--value", "words")
    #expect(updated.status == 0)
    #expect(
      fixture.requests.dropFirst(before).map { String(decoding: $0.body, as: UTF8.self) } == [
        #"{"value":"words"}"#
      ])
    #expect(try await fixture.podium("feedback", "delete", Fixture.id).status == 0)
    #expect(fixture.server.records.isEmpty)
    let missing = try await fixture.podium("feedback", "delete", Fixture.id)
    #expect(missing.status == 4)
    #expect(missing.errors.contains("the server has no feedback \(Fixture.id)"))
  }

  @Test func `a change that cannot be sent is kept, and delivered later`() async throws {
    let fixture = try Fixture()
    _ = try await fixture.create("--feedback-id", Fixture.id, "--score", "1")
    let kept = try await fixture.podium("feedback", "update", Fixture.id, "--score", "0", "--no-wait")
    #expect(kept.text == #"{"id":"\#(Fixture.id)","state":"kept"}"# + "\n")
    #expect(fixture.server.records.map { $0["score"] } == [1])
    #expect(try await fixture.podium("submit", fixture.outboxPath).status == 0)
    #expect(fixture.server.records.map { $0["score"] } == [0])
  }

  @Test(
    "what cannot be changed so is named",
    arguments: [
      (["update", "x", "--score", "1"], "id: expected a UUID"),
      (["update", Fixture.id], "say what to change"),
      (["update", Fixture.id, "--score", "x"], "--score: expected a number, true or false"),
      (
        ["update", Fixture.id, "--clear", "key"], "--clear: expected one of score, value, correction, comment"
      ),
      (["update", Fixture.id, "--score", "1", "--no-wait"], "has no such feedback"),
      (["delete", "x"], "id: expected a UUID"),
    ])
  func refuses(arguments: [String], message: String) async throws {
    let fixture = try Fixture()
    let outcome = try await BuiltProgram.podium.run(
      ["feedback"] + arguments, in: fixture.folder.path, environment: fixture.environment)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message))
    #expect(fixture.requests.isEmpty)
  }

  @Test func `what is retracted stays, and says so`() async throws {
    let fixture = try Fixture()
    _ = try await fixture.create("--feedback-id", Fixture.id, "--score", "1", "--comment", "c")
    let outcome = try await fixture.podium("feedback", "delete", Fixture.id, "--undo-mode", "retract")
    #expect(outcome.status == 0)
    #expect(outcome.text == #"{"id":"\#(Fixture.id)","state":"deleted"}"# + "\n")
    #expect(fixture.server.records.map { $0["value"] } == ["retracted"])
    #expect(fixture.server.records.map { $0["comment"] } == [.null])
    #expect(try await fixture.podium("submit", fixture.outboxPath, "--undo-mode", "retract").status == 0)
    #expect(!fixture.server.requests.contains { $0.method == "DELETE" })
  }
}
