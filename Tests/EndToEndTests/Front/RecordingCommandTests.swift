import Foundation
import TestSupport
import Testing

@Suite struct RecordingCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
  }

  @Test func `a session is recorded and printed again without a terminal`() async throws {
    let path = folder.path(of: "session.jsonl")
    let session = try await RatingSession(in: folder, options: ["--record", path, "--record-text"])
    try await session.see(comparison: "1/6", saved: 0)
    try await session.decide("a", opening: "2/6", saved: 1)
    try await session.rank(["c"], until: ["1st C   – A B"])
    let pane = try await session.see("1st C")
    try await session.tmux.press("q", "q")
    #expect(try await session.waitForEnd().status == 1)
    let replayed = try await run(["label", "--replay", path])
    #expect(replayed.status == 0)
    // The last key's notice is on the last line, and in the pane are hints.
    let screen = replayed.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(screen.prefix(23).map(Self.trimmed) == pane.lines.prefix(23).map(Self.trimmed))
    let all = try await run(["label", "--replay", path, "--each-screen"])
    #expect(all.lines.filter { $0.hasPrefix("── line ") }.count > 4)
  }

  @Test func `what the models wrote is not in a recording`() async throws {
    let path = folder.path(of: "session.jsonl")
    let session = try await RatingSession(in: folder, options: ["--record", path])
    try await session.see("red one")
    try await session.quit()
    let recording = String(decoding: try folder.contents(of: "session.jsonl"), as: UTF8.self)
    #expect(!recording.contains("red one") && recording.contains("xxx xxx"))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(try await run(["label", "--replay", path]).text.contains("xxx xxx"))
    let again = try await run(["demo", "--record", path])
    #expect(again.status == 2)
  }

  @Test(arguments: [
    ("", 1, "expected a recording, found nothing"), ("{}\n", 1, "expected the first line of a recording"),
    ("{", 1, "byte 2: expected"),
  ])
  func `what is no recording is told with its line`(text: String, line: Int, words: String) async throws {
    let path = try folder.write(text.utf8, to: "broken.jsonl")
    let outcome = try await run(["label", "--replay", path])
    #expect(outcome.status == 3)
    #expect(outcome.errors.hasPrefix("podium: \(path):\(line): \(words)"), "\(outcome.errors)")
  }

  @Test func `a file to judge and one to replay exclude each other`() async throws {
    #expect(try await run(["label", "runs.jsonl", "--replay", "x"]).status == 2)
    #expect(try await run(["label"]).errors.contains("Missing expected argument '<file>'"))
    #expect(
      try await run(["label", "runs.jsonl", "--record-text"]).errors.contains("--record-text needs --record"))
  }

  private static func trimmed(_ line: String) -> Substring {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return line
  }

  private func run(_ arguments: [String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(arguments, in: folder.path, environment: ["TERM": "xterm-256color"])
  }

  @Test(arguments: [(["--linear"], "xterm-256color"), ([], "dumb")])
  func `a session line by line is not said to be recorded`(options: [String], type: String) async throws {
    let session = try await BuiltProgram.podium.run(
      ["label", "runs.jsonl", "--record", "session.jsonl", "--rater", "ada"] + options, in: folder.path,
      input: Array("q\n".utf8), environment: ["LANG": "C.UTF-8", "TERM": type])
    #expect(session.status == 2)
    #expect(session.errors.contains("--record: only sessions with a screen are recorded"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["runs.jsonl"])
  }
}
