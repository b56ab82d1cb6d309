import StrictJSON
import Testing

@testable import FeedbackSubmission

@Suite struct FeedbackChangesTests {
  @Test(
    "Only what is named is sent, and null clears",
    arguments: [
      ("{}", "{}"), (#"{"score":0.98765}"#, #"{"score":0.9877}"#),
      (#"{"score":null,"comment":null}"#, #"{"score":null,"comment":null}"#),
      (
        #"{"comment":"c","correction":{"a":1},"value":"v","score":true}"#,
        #"{"score":true,"value":"v","correction":{"a":1},"comment":"c"}"#
      ),
    ])
  func sends(arguments: String, body: String) throws {
    let changes = try FeedbackChanges(try #require(try JSONParser.parse(arguments.utf8).object))
    #expect(JSONValue.object(changes.object).text() == body)
    #expect(changes.isEmpty == (arguments == "{}"))
  }

  @Test(arguments: [(#"{"key":"k"}"#, "key"), (#"{"score":"1"}"#, "score"), (#"{"value":[]}"#, "value")])
  func `What cannot be changed so is named`(arguments: String, name: String) throws {
    let object = try #require(try JSONParser.parse(arguments.utf8).object)
    let error = #expect(throws: FeedbackArgumentError.self) { try FeedbackChanges(object) }
    #expect(error?.argument == name)
  }

  @Test func `Content keeps what is not named, and loses what is cleared`() throws {
    let content = FeedbackContent(json: Array(#"{"key":"k","score":1,"comment":"c"}"#.utf8))
    var changes = FeedbackChanges()
    changes.score = .set(2)
    changes.comment = .clear
    #expect(String(decoding: content.changed(by: changes).json, as: UTF8.self) == #"{"key":"k","score":2}"#)
  }
}
