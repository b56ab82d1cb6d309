import Foundation
import TestSupport
import Testing

/// The built program on terminals that answer its questions: in time, late, in pieces, or never.
@Suite struct TerminalAnswersTests {
  let folder: TemporaryFolder
  let file: String

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
    file = folder.path(of: "runs.jsonl")
  }

  private static let light = "\u{1B}]11;rgb:ffff/ffff/f0f0\u{1B}\\"
  /// On the screen from the first frame on, and never marked.
  private static let prompt = "Which one?"
  private static let fence = "\u{1B}[?62;22c"

  private func start(_ options: [String] = [], environment: [String: String] = [:], rows: Int = 24) throws
    -> RecordedSession
  {
    try RecordedSession(["label", file] + options, environment: environment, rows: rows)
  }

  /// Those of each time that the screen was painted whole.
  private func colorsOfPaintings(_ session: RecordedSession) -> [Set<Int>] {
    let text = String(decoding: session.bytes, as: UTF8.self)
    return text.components(separatedBy: "\u{1B}[H\u{1B}[2J").dropFirst().map {
      Set(TerminalStream(Array($0.utf8)).colors)
    }
  }

  private func colors(of options: String...) async throws -> Set<Int> {
    let session = try start(options + ["--color", "256"])
    try await session.waitFor(Self.prompt)
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    return try #require(colorsOfPaintings(session).first)
  }

  @Test(arguments: ["\u{1B}", "\u{1B}]", "\u{1B}]11;rg", "\u{1B}]11;rgb:ffff/ffff/f0f0\u{1B}", ""])
  func `a light background that is told late changes the theme, however the answer is split`(first: String)
    async throws
  {
    let session = try start(["--color", "256"])
    try await session.waitFor(Self.prompt)
    session.type(first)
    session.type(String(Self.light.dropFirst(first.count)) + Self.fence)
    try await session.waitFor(Self.prompt)
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    let paintings = colorsOfPaintings(session)
    let (dark, light) = (
      try await colors(of: "--theme", "default-dark"), try await colors(of: "--theme", "default-light")
    )
    #expect(paintings.count >= 2 && dark.isSubset(of: paintings[0]))
    #expect(light.isSubset(of: paintings[1]) && !dark.isSubset(of: paintings[1]))
    #expect(TerminalStream(session.bytes).faults == [])
    #expect(try await ExportedJudgment.all(in: folder).isEmpty)
  }

  @Test func `a switch between light and dark is followed where the terminal tells of it`() async throws {
    let session = try start()
    try await session.waitFor(Self.prompt)
    session.type("\u{1B}[?2031;2$y" + Self.fence)
    try await session.waitFor("\u{1B}[?2031h")
    session.type("\u{1B}[?997;2n")
    try await session.waitFor(Self.prompt)
    session.type("\u{1B}[?997;1n")
    try await session.waitFor(Self.prompt)
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    let text = String(decoding: session.bytes, as: UTF8.self)
    #expect(text.ranges(of: "\u{1B}[?2031l").count == 1)
  }

  @Test(arguments: ["\u{90}>|abq\u{9C}", "\u{9D}11;abq\u{9C}", "\u{9F}abq\u{9C}", "\u{9B}?62;1c"])
  func `an answer spelled with eight bits judges nothing and ends nothing`(answer: String) async throws {
    let session = try start()
    try await session.waitFor(Self.prompt)
    session.type(answer + "\u{0C}")
    try await session.waitFor(Self.prompt)
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(String(decoding: session.bytes, as: UTF8.self).contains("0 of "))
  }

  @Test(arguments: [["--theme", "nord"], ["--background", "light"]])
  func `who said how it is to look is not overruled, and the terminal is not asked`(options: [String])
    async throws
  {
    let session = try start(options)
    try await session.waitFor(Self.prompt)
    session.type(Self.light + "\u{1B}[?997;2n" + Self.fence + "\u{0C}")
    try await session.waitFor(Self.prompt)
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    let text = String(decoding: session.bytes, as: UTF8.self)
    #expect(!text.contains("]11;?") && !text.contains("?2031"))
    let own = try await colors(of: options[0], options[1])
    let paintings = colorsOfPaintings(session)
    #expect(paintings.count == 3 && own.isSubset(of: paintings[1]))
  }

  @Test(arguments: ["linux", "vt100", "vt220"])
  func `terminals that might print a question are not asked`(type: String) async throws {
    let session = try start(environment: ["TERM": type])
    try await session.waitFor(Self.prompt)
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    let text = String(decoding: session.bytes, as: UTF8.self)
    #expect(!text.contains("$p") && !text.contains("]11;?") && !text.contains("\u{1B}[c"))
  }

  @Test func `a terminal that never answers costs the start nothing`() async throws {
    _ = try folder.write("synchronized = false\nbackground = \"dark\"\n".utf8, to: "silent.toml")
    func time(_ options: [String]) async throws -> Duration {
      let start = ContinuousClock.now
      let session = try self.start(options)
      try await session.waitFor(Self.prompt)
      let time = ContinuousClock.now - start
      session.type("q")
      #expect(try await session.waitForEnd() == .exited(1))
      #expect(String(decoding: session.bytes, as: UTF8.self).contains("$p") == options.isEmpty)
      return time
    }
    var (asked, unasked) = (Duration.seconds(60), Duration.seconds(60))
    // A busy machine needs several tries to show either at its best.
    for _ in 0..<12 where asked >= unasked + .milliseconds(20) || unasked == .seconds(60) {
      unasked = min(unasked, try await time(["--config", folder.path(of: "silent.toml")]))
      asked = min(asked, try await time([]))
    }
    #expect(asked < unasked + .milliseconds(100))
  }

  // MARK: Whole frames

  @Test func `frames are sent whole where the terminal says so, and a scroll step stays small`() async throws
  {
    var campaign = Campaign()
    let long = (1...400).map { "line \($0) of many words that say little" }.joined(separator: "\n")
    campaign.add("long", [long, long.replacing("little", with: "nothing")])
    try campaign.write(to: folder, as: "long.jsonl")
    let session = try RecordedSession(["label", folder.path(of: "long.jsonl")], columns: 180, rows: 50)
    // Marks that come late would be sent with a step.
    try await session.waitFor("alike")
    session.type("\u{1B}[?2026;2$y" + Self.fence + "j")
    try await session.waitFor("\u{1B}[?2026l")
    let before = session.bytes.count
    for _ in 0..<20 {
      session.type("j")
      try await session.waitFor("\u{1B}[?2026l")
    }
    let steps = String(decoding: session.bytes[before...], as: UTF8.self)
      .components(separatedBy: "\u{1B}[?2026h")
    #expect(steps.count == 21 && steps[0].utf8.count < 20)
    for step in steps.dropFirst() {
      #expect(step.utf8.count <= 1024 && step.contains("\u{1B}[?2026l"), "\(step.utf8.count) bytes")
    }
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
  }

  @Test func `they are not where settings say no`() async throws {
    _ = try folder.write("synchronized = false\n".utf8, to: "own.toml")
    let session = try start(["--config", folder.path(of: "own.toml")])
    try await session.waitFor(Self.prompt)
    session.type("\u{1B}[?2026;2$y" + Self.fence + "j?")
    try await session.waitFor("Judging")
    session.type("?q")
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(!String(decoding: session.bytes, as: UTF8.self).contains("?2026"))
  }

  // MARK: Progress

  @Test func `progress is shown by terminals that know it, and taken away at the end`() async throws {
    let session = try start(environment: ["ConEmuANSI": "ON"])
    try await session.waitFor("\u{1B}]9;4;1;0\u{1B}\\")
    try await poll("the judgment", within: RatingSession.patience) {
      // Another key between them, or it would be one that is held down.
      session.type("\u{C}g")
      return String(decoding: session.bytes, as: UTF8.self).contains("]9;4;1;16") ? () : nil
    }
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    let text = String(decoding: session.bytes, as: UTF8.self)
    let (last, end) = (text.ranges(of: "]9;4;1;").last, text.ranges(of: "]9;4;0;0").last)
    #expect(try #require(last).lowerBound < #require(end).lowerBound)
  }

  @Test(arguments: [[:], ["ConEmuANSI": "ON", "TMUX": "/tmp/x,1,0"]])
  func `others get none of it`(environment: [String: String]) async throws {
    let session = try start(environment: environment)
    try await session.waitFor(Self.prompt)
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(!String(decoding: session.bytes, as: UTF8.self).contains("]9;4"))
  }

  @Test func `--no-title leaves progress alone too`() async throws {
    let session = try start(["--no-title"], environment: ["ConEmuANSI": "ON"])
    try await session.waitFor(Self.prompt)
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    let text = String(decoding: session.bytes, as: UTF8.self)
    #expect(!text.contains("]9;4") && !text.contains("]2;"))
  }
}
