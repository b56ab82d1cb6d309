import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct FeedbackBodyTests {
  @Test func `A create carries id and times before the content`() {
    let body = FeedbackBody.create(
      id: .run(1), createdAt: 0, modifiedAt: 1, content: FeedbackContent(json: Array(#"{"key":"k"}"#.utf8)))
    #expect(
      String(decoding: body, as: UTF8.self) == """
        {"id":"aaaa0001-0000-4000-8000-000000000001","created_at":"1970-01-01T00:00:00.000000+00:00",\
        "modified_at":"1970-01-01T00:00:00.000001+00:00","key":"k"}
        """)
  }

  @Test func `What a creation was made of can be had from it`() {
    let content = FeedbackContent(json: Array(#"{"key":"k","comment":"{\"id\":1}"}"#.utf8))
    let body = FeedbackBody.create(
      id: .run(1), createdAt: 1_767_323_045_678_901, modifiedAt: 0, content: content)
    #expect(FeedbackBody.content(ofCreation: body) == content)
  }

  @Test func `An update clears what the new content lacks`() {
    let content = FeedbackContent(json: Array(#"{"key":"k","score":0.50,"comment":"c"}"#.utf8))
    #expect(
      String(decoding: FeedbackBody.update(content: content), as: UTF8.self)
        == #"{"score":0.50,"value":null,"correction":null,"comment":"c"}"#)
  }
}
