import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import FeedbackSubmission

/// What the SDK refuses before it sends anything is refused here, too, before anything is kept.
@Suite struct WireRefusalTests {
  private static let refused = WireFixture.all(
    "raises-",
    except: [
      // Not about feedback.
      "raises-comparative-empty", "raises-evaluate-one-experiment",
      // What the server says of itself is needed to know it.
      "raises-session-needed",
    ])

  /// The argument that each recorded error is about.
  private static let blamed = [
    "raises-address-and-session": "address", "raises-bad-run-id": "run_id",
    "raises-bad-source-run-id": "source_run_id", "raises-comment-number": "comment",
    "raises-no-target": "run_id", "raises-run-and-project": "project_id", "raises-score-text": "score",
    "raises-unknown-source": "feedback_source_type",
  ]

  @Test(
    "A recorded call that raises is refused, and the argument is named",
    .enabled(if: WireFixture.folder != nil, "the recordings are not beside this checkout"), arguments: refused
  )
  func refuses(fixture: WireFixture) throws {
    for step in (fixture.call["steps"]?.array ?? []).compactMap(\.object) {
      let arguments = try #require(step["args"]?.object)
      switch step["method"] {
      case "create_feedback":
        let error = #expect(throws: FeedbackArgumentError.self) { try WireCall(arguments, generated: UUID()) }
        if let blamed = Self.blamed[fixture.name] { #expect(error?.argument == blamed) }
      case "update_feedback", "read_feedback", "delete_feedback":
        #expect(arguments["feedback_id"]?.string.flatMap(UUID.init(lenient:)) == nil)
      default: Issue.record("a call that no test knows: \(step["method"]?.text() ?? "none")")
      }
    }
  }

  @Test func `The recordings that are there are all used`() {
    guard WireFixture.folder != nil else { return }
    #expect(Self.refused.count >= 9)
    #expect(Set(Self.blamed.keys).isSubset(of: Self.refused.map(\.name)))
  }
}
