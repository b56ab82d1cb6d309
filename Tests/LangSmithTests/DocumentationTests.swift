import FeedbackSubmission
import Foundation
import LangSmith
import Synchronization
import TestSupport
import Testing

/// The example on the documentation's first page compiles, does what it says, and is the one here.
@Suite struct DocumentationTests {
  private func example(
    _ settings: LangSmithSettings, _ path: String, runID: UUID, projectID: UUID, print: (String) -> Void
  ) async throws {
    // begin
    let client = try FeedbackClient(outbox: path, transport: LangSmithTransport(settings))
    let run = FeedbackRecord.RunReference(runID: runID, sessionID: projectID)
    let receipt = try await client.create(
      FeedbackRecord(target: .run(run), key: "correctness", score: 0.9, comment: "Right, but long."))
    try await client.deliver()
    switch try await client.state(of: receipt.id) {
    case .delivered: print("LangSmith has it.")
    default: print("Kept. It goes out with the next call.")
    }
    // end
  }

  @Test func `The example delivers, and keeps what it cannot deliver`() async throws {
    let folder = try TemporaryFolder()
    let server = try LoopbackFeedbackServer(faults: [.status(401)])
    let settings = try LangSmithSettings(endpoint: LangSmithEndpoint(server.url))
    for expected in ["Kept. It goes out with the next call.", "LangSmith has it."] {
      let printed = Mutex("")
      try await example(settings, folder.path(of: "outbox"), runID: UUID(), projectID: UUID()) { text in
        printed.withLock { $0 = text }
      }
      #expect(printed.withLock { $0 } == expected)
    }
    #expect(server.records.count == 2)
  }

  @Test func `The page shows what is compiled here`() throws {
    let page = try String(
      contentsOf: Self.root.appending(
        path: "Sources/FeedbackSubmission/FeedbackSubmission.docc/FeedbackSubmission.md"),
      encoding: .utf8)
    let shown = page.split(separator: "```swift\n")[1].split(separator: "```")[0]
      .replacing("\"feedback.outbox\"", with: "path").split(separator: "\n")
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let compiled = source.split(separator: "    // begin\n")[1].split(separator: "    // end")[0].split(
      separator: "\n")
    #expect(shown.suffix(compiled.count).elementsEqual(compiled.map { $0.dropFirst(4) }))
    // Besides: three imports, a blank line, and where the settings come from.
    #expect(shown.count - compiled.count == 4)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
