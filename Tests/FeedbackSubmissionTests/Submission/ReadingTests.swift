import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct ReadingTests {
  private static let id = UUID.run(7)
  private static let own = #"{"id":"AAAA0001-0000-4000-8000-000000000007","key":"k","score":1.0}"#
  private static let other = #"{"id":"aaaa0001-0000-4000-8000-000000000008"}"#
  private static let content = FeedbackContent(json: Array(#"{"key":"k","score":1}"#.utf8))

  private static let answersToCreate: [(Int, String, Reading)] = [
    (200, own, .stored), (201, own, .stored), (202, "{}", .unproven), (202, own, .unproven),
    (202, "", .unproven),
    (200, "{}", .unproven), (200, other, .suspect), (200, "<html>welcome</html>", .suspect),
    (204, "", .suspect),
    (200, "[1]", .suspect), (200, "{\"id\":", .suspect),
    (
      301, "",
      .barred(
        reason:
          "the server redirects (301), which is not followed: set LANGSMITH_ENDPOINT to the right address")
    ),
    (400, "", .refused(reason: "status 400")), (405, "", .refused(reason: "status 405")),
    (410, "", .refused(reason: "status 410")), (415, "", .refused(reason: "status 415")),
    (
      422, #"{"detail":[{"loc":["body","score"],"msg":"too big","input":"secret"}]}"#,
      .refused(reason: "422: body.score: too big")
    ),
    (501, "", .refused(reason: "status 501")), (418, "", .refused(reason: "status 418")),
    (402, "", .barred(reason: "the server answers status 402")),
    (407, "", .barred(reason: "the server answers status 407")),
    (403, #"{"detail":"no"}"#, .forbidden(reason: "403: no")),
    (404, "", .missing), (409, "", .conflict), (413, "", .tooLarge(retryAfter: nil)),
    (429, "", .overloaded(retryAfter: nil)), (101, "", .ambiguous(reason: "status 101")),
  ]

  @Test("What an answer to a create means", arguments: answersToCreate)
  func create(status: Int, body: String, reading: Reading) {
    #expect(read(status, body, .create) == reading)
  }

  @Test("What may pass by itself is tried again", arguments: [408, 425, 500, 502, 503, 504, 520, 524, 599])
  func transient(status: Int) {
    #expect(read(status, "", .create) == .unavailable(reason: "status \(status)", retryAfter: nil))
  }

  @Test func `A key that is not accepted is named with what to do, and not shown`() {
    let reading = read(401, #"{"detail":"bad key"}"#, .create)
    #expect(
      reading
        == .barred(
          reason:
            "the server does not accept the API key (401): check LANGSMITH_API_KEY and LANGSMITH_ENDPOINT"))
  }

  @Test func `An organization's key without a workspace is named`() {
    let reading = read(403, #"{"error":"org_scoped_key_requires_workspace"}"#, .create)
    #expect(reading == .barred(reason: "the API key belongs to an organization: set LANGSMITH_WORKSPACE_ID"))
  }

  private static let answersToRead: [(String, Reading)] = [
    (own, .stored), (#"{"id":"aaaa0001-0000-4000-8000-000000000007","score":true}"#, .stored),
    (#"{"id":"aaaa0001-0000-4000-8000-000000000007","score":0.5}"#, .different),
    (#"{"id":"aaaa0001-0000-4000-8000-000000000007","score":1,"comment":"c"}"#, .different),
    (#"{"id":"aaaa0001-0000-4000-8000-000000000007","score":1,"comment":null,"key":null}"#, .stored),
    (#"{"id":"aaaa0001-0000-4000-8000-000000000007","score":1,"key":"other"}"#, .foreign),
    (
      #"{"id":"aaaa0001-0000-4000-8000-000000000007","score":1,"run_id":"aaaa0001-0000-4000-8000-000000000001"}"#,
      .foreign
    ),
    (other, .suspect), ("{}", .suspect), ("<html>", .suspect),
  ]

  @Test("A read is compared with what is desired", arguments: answersToRead)
  func readBack(body: String, reading: Reading) {
    #expect(read(200, body, .read) == reading)
  }

  private static let beginning = #"{"key":"k","id":"AAAA0001-0000-4000-8000-000000000007","comment":"lo"#
  private static let answersThatAreCut: [(Int, String, Attempt.Operation, Reading)] = [
    (200, beginning, .create, .stored), (200, beginning, .update, .stored),
    (202, beginning, .create, .unproven),
    (200, #"{"comment":"lo"#, .create, .suspect), (200, "<html>", .create, .suspect),
    (200, beginning, .read, .refused(reason: "the record is longer than is read")),
    (422, beginning, .create, .refused(reason: "status 422")),
  ]

  @Test("What is longer than is read is known by its beginning", arguments: answersThatAreCut)
  func cut(status: Int, body: String, operation: Attempt.Operation, reading: Reading) {
    let answer = FeedbackAnswer(status: status, body: Array(body.utf8), isCut: true)
    #expect(Reading(.answered(answer), of: operation, id: Self.id, desired: Self.content) == reading)
  }

  @Test func `A record that should be gone differs as long as it is there`() {
    let answer = FeedbackOutcome.answered(FeedbackAnswer(status: 200, body: Array(Self.own.utf8)))
    #expect(Reading(answer, of: .read, id: Self.id, desired: nil) == .different)
  }

  @Test(
    "A delete is done with any JSON or nothing", arguments: ["", "{}", #"{"message":"deleted"}"#, "null"])
  func deleted(body: String) {
    #expect(read(200, body, .delete) == .deleted)
  }

  @Test func `A portal's page is no delete`() {
    #expect(read(200, "<html>", .delete) == .suspect)
  }

  @Test func `Nothing of an answer that is no explanation is repeated`() {
    #expect(ServerMessage.text(in: Array("the judgment's text".utf8)) == nil)
    #expect(ServerMessage.text(in: Array(#"{"input":"text"}"#.utf8)) == nil)
    #expect(ServerMessage.text(in: Array(#"{"detail":"a\u001b[31mb"}"#.utf8)) == "a [31mb")
    let long = #"{"detail":""# + String(repeating: "x", count: 1000) + #""}"#
    #expect(ServerMessage.text(in: Array(long.utf8))?.count == 300)
  }

  private func read(_ status: Int, _ body: String, _ operation: Attempt.Operation) -> Reading {
    let answer = FeedbackAnswer(status: status, body: Array(body.utf8))
    return Reading(.answered(answer), of: operation, id: Self.id, desired: Self.content)
  }
}
