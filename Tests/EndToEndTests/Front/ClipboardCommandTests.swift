import Foundation
import TestSupport
import Testing

@Suite("A program for the clipboard", .serialized)
struct ClipboardCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(
      Array(#"{"id": "1", "prompt": "?", "candidates": [{"text": "one"}, {"text": "one"}]}"#.utf8),
      to: "runs.jsonl")
  }

  @Test func `it gets the text as the model wrote it, and no credentials`() async throws {
    let program = try folder.write(
      Array(
        "#!/bin/sh\ncat > \"$1\"; env | grep -c lsv2_pt_secret > \"$1.keys\"; mv \"$1\" \"$1.done\"\n".utf8
      ),
      to: "take")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder,
      options: ["--clipboard-cmd", "\(program) \(folder.path(of: "taken"))"],
      environment: [
        "LANGSMITH_API_KEY": "lsv2_pt_secret", "LANGCHAIN_API_KEY": "lsv2_pt_secret",
        "MY_OWN": "lsv2_pt_secret", "LANGSMITH_ENDPOINT": "http://127.0.0.1:9",
      ])
    try await session.see("1/1")
    try await session.tmux.press("y")
    try await session.see("sent to the clipboard")
    let path = folder.path(of: "taken.done")
    _ = try await poll("the program", within: RatingSession.patience) {
      FileManager.default.fileExists(atPath: path) ? true : nil
    }
    #expect(try folder.contents(of: "taken.done") == Array("one".utf8))
    #expect(try folder.contents(of: "taken.keys") == Array("0\n".utf8))
  }

  @Test(arguments: [("no-such-program-here", "there is no program"), ("false", "'false' ended with 1")])
  func `one that fails is told of`(command: String, words: String) async throws {
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, options: ["--clipboard-cmd", command])
    try await session.see("1/1")
    try await session.tmux.press("y")
    try await session.see(words)
  }
}
