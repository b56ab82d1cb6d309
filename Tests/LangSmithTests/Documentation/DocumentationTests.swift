import FeedbackSubmission
import Foundation
import LangSmith
import Synchronization
import TestSupport
import Testing

/// The example on the documentation's first page does what it says, and all examples compile.
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

  @Test func `All that the documentation shows is compiled`() throws {
    let source = try Self.text("Tests/LangSmithTests/Documentation/DocumentedSnippets.swift")
    let snippets = Self.essence(of: source).replacing(/\buse\(\w+\)/, with: "…")
    let blocks = try Self.pages.flatMap(Self.blocks)
    #expect(blocks.count >= 14)
    for block in blocks { #expect(snippets.contains(Self.essence(of: block)), "not compiled: \(block)") }
  }

  /// Without what a formatter may change.
  private static func essence(of code: String) -> String {
    code.replacing(/import \w+\n/, with: "").replacing(/\s+/, with: "").replacing(",])", with: "])")
  }

  private static let pages: [String] = {
    let folders = ["Sources/FeedbackSubmission", "Sources/LangSmith"]
    return ["README.md"]
      + folders.flatMap { folder in
        let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let names = files?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
      }
  }()

  /// Swift in a page, or in the comments of a source file; imports left out.
  private static func blocks(of page: String) throws -> [String] {
    let text = try text(page)
    guard !page.hasSuffix(".md") else {
      return text.split(separator: "```swift\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }
    return text.matches(of: /(?: *\/\/\/     .*\n)+/).map { String($0.output).replacing("///", with: "") }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
