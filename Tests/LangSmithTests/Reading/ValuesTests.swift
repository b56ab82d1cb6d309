import FeedbackSubmission
import Foundation
import StrictJSON
import Testing

@testable import LangSmith

@Suite struct ValuesTests {
  private static let id = "aaaa0001-0000-4000-8000-000000000001"

  private func read<Value: WireObject>(_ members: String, as: Value.Type = Value.self) throws -> Value {
    try Value(JSONParser.parse(#"{"id":"\#(Self.id)"\#(members)}"#.utf8), subject: "x")
  }

  @Test func `An object with nothing but its id can be read, and so can one of nulls`() throws {
    for members in ["", #","inputs":null,"outputs":null,"name":null,"metadata":null,"extra":null"#] {
      #expect(try read(members, as: Run.self).inputs == nil)
      #expect(try read(members, as: Session.self).datasetVersion == nil)
      #expect(try read(members, as: Example.self).inputs.isEmpty)
      #expect(try read(members, as: Dataset.self).name == nil)
      #expect(try read(members, as: QueueItem.self).runID == nil)
      #expect(try read(members, as: ComparativeExperiment.self).experimentIDs.isEmpty)
      let queue = try read(members, as: AnnotationQueue.self)
      #expect(queue.kind == .single && queue.reviewersPerItem == 1 && queue.reservationMinutes == 1)
      #expect(queue.allowsReservations && !queue.isForAssignedReviewersOnly && queue.rubric.isEmpty)
    }
  }

  @Test(
    "What has no id is refused",
    arguments: ["{}", #"{"id":7}"#, #"{"id":"A"}"#, #"{"id":null}"#, "[]", "null"])
  func noID(text: String) {
    #expect(
      throws: LangSmithError(
        .unreadable, "x", detail: text.hasPrefix("{") ? "id: expected a UUID" : "expected an object")
    ) {
      try Run(JSONParser.parse(text.utf8), subject: "x")
    }
  }

  @Test func `A run is the same, whichever generation of calls gives it`() throws {
    let other = "bbbb0001-0000-4000-8000-000000000001"
    let first = try read(
      #","session_id":"\#(other)","parent_run_id":"\#(Self.id)","status":"success","run_type":"llm""#,
      as: Run.self)
    let second = try read(
      #","project_id":"\#(other)","parent_run_ids":["\#(other)","\#(Self.id)"],"status":"SUCCESS","run_type":"LLM""#,
      as: Run.self)
    for run in [first, second] {
      #expect(run.sessionID == UUID(uuidString: other))
      #expect(run.parentRunID == UUID(uuidString: Self.id))
      #expect(run.status == "success")
      #expect(run.runType == "llm")
    }
  }

  @Test func `Outputs that are kept elsewhere are told from none`() throws {
    #expect(try read(#","outputs":null,"outputs_s3_urls":{"ROOT":{}}"#, as: Run.self).hasDetachedOutputs)
    #expect(try !read(#","outputs":{},"outputs_s3_urls":{"ROOT":{}}"#, as: Run.self).hasDetachedOutputs)
    #expect(try !read(#","outputs_s3_urls":{}"#, as: Run.self).hasDetachedOutputs)
  }

  @Test func `A queue item is known by its own id, whether its run comes along or not`() throws {
    let run = "bbbb0001-0000-4000-8000-000000000001"
    let first = try QueueItem(
      [
        "id": .string(run), "queue_run_id": .string(Self.id), "session_id": .string(run),
        "inputs": ["q": "?"],
      ],
      subject: "x")
    let second = try read(
      #","run_id":"\#(run)","project_id":"\#(run)","item_type":"RUN""#, as: QueueItem.self)
    for item in [first, second] {
      #expect(item.id == UUID(uuidString: Self.id))
      #expect(item.runID == UUID(uuidString: run))
      #expect(item.sessionID == UUID(uuidString: run))
      #expect(item.kind == .run)
    }
    #expect(first.run?.inputs == ["q": "?"])
    #expect(second.run == nil)
  }

  @Test func `A queue for everybody says so with null`() throws {
    #expect(try read(#","num_reviewers_per_item":null"#, as: AnnotationQueue.self).reviewersPerItem == nil)
    #expect(try read(#","num_reviewers_per_item":2"#, as: AnnotationQueue.self).reviewersPerItem == 2)
  }

  @Test func `Scores keep their kind`() throws {
    #expect(try read(#","key":"q","score":true"#, as: StoredFeedback.self).score == .bool(true))
    #expect(try read(#","key":"q","score":1"#, as: StoredFeedback.self).score == .integer(1))
    #expect(try read(#","key":"q","score":1.0"#, as: StoredFeedback.self).score == .float(1))
    #expect(try read(#","key":"q","score":null"#, as: StoredFeedback.self).score == nil)
  }

  @Test func `Feedback of nulls has neither correction nor value`() throws {
    let feedback = try read(
      #","key":"k","correction":null,"value":null,"score":null"#, as: StoredFeedback.self)
    #expect(feedback.correction == nil)
    #expect(feedback.value == nil)
    #expect(feedback.score == nil)
    #expect(try read(#","key":"k","correction":"c""#, as: StoredFeedback.self).correction == "c")
  }
}
