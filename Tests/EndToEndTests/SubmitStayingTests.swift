import Foundation
import TestSupport
import Testing

@testable import podium

/// `submit --until-empty` and `submit --watch`.
@Suite struct SubmitStayingTests {
  private typealias Fixture = FeedbackCommandFixture

  private func keep(_ count: Int, _ fixture: Fixture) async throws {
    let lines = (1...count).map { #"{"run_id": "\#(UUID())", "key": "k", "score": \#($0)}"# }
    let kept = try await fixture.create(fromJSON: lines.joined(separator: "\n"), "--no-wait")
    #expect(kept.status == 0)
  }

  @Test func `what was ignored when it began stays ignored`() async throws {
    let fixture = try Fixture()
    try await keep(1, fixture)
    let child = try KillableProcess(
      BuiltProgram(path: "/bin/sh"),
      [
        "-c", #"trap "" HUP; exec "$0" "$@""#, BuiltProgram.podium.path, "submit", "--watch",
        fixture.outboxPath,
      ],
      environment: fixture.environment)
    _ = try await poll("the first record") { fixture.server.records.count == 1 ? true : nil }
    child.send(SIGHUP)
    try await keep(1, fixture)
    _ = try await poll("the second record") { fixture.server.records.count == 2 ? true : nil }
    #expect(try await child.kill(SIGTERM) == .exited(0))
  }

  private func start(_ option: String, _ fixture: Fixture) throws -> KillableProcess {
    try KillableProcess(.podium, ["submit", option, fixture.outboxPath], environment: fixture.environment)
  }

  @Test func `until nothing waits, it stays through pauses`() async throws {
    let fixture = try Fixture(faults: [.status(503, ["Retry-After": "1"]), .resetBefore, .status(500)])
    try await keep(3, fixture)
    let outcome = try await fixture.podium("submit", "--until-empty", fixture.outboxPath)
    #expect(outcome.status == 0)
    #expect(outcome.text.hasSuffix("3 delivered, 0 waiting\n"))
    #expect(fixture.server.records.count == 3)
  }

  @Test(arguments: [["--until-empty"], []])
  func `what is refused now is told apart from what stands refused, with what to do`(options: [String])
    async throws
  {
    let fixture = try Fixture(faults: [.reply(.json(#"{"detail": "no"}"#, status: 422))])
    try await keep(2, fixture)
    let outcome = try await fixture.submit(options)
    #expect(outcome.status == 4)
    #expect(outcome.text.hasSuffix("1 delivered, 0 waiting, 1 refused for good\n"))
    #expect(outcome.errors.contains("podium outbox list \(fixture.outboxPath)"))
    #expect(try await fixture.submit(options).status == 1)
    try await keep(1, fixture)
    #expect(try await fixture.submit(options).status == 1)
    #expect(fixture.server.records.count == 2)
  }

  @Test
  func `asked to end, it waits a few seconds for a silent server, and what is open is looked for later`()
    async throws
  {
    let silent = LoopbackFeedbackServer.Fault.replyAfterwards(.hang(seconds: 60))
    let fixture = try Fixture(faults: Array(repeating: silent, count: 16))
    try await keep(20, fixture)
    let child = try start("--until-empty", fixture)
    child.signal(SIGINT) { [server = fixture.server] in server.requests.count == 16 }
    // Otherwise it would stay until all is delivered.
    #expect(try await child.end() == .exited(1))
    #expect(fixture.server.records.count == 16)
    #expect(try await fixture.submit(["--until-empty"]).status == 0)
    #expect(fixture.server.records.count == 20)
  }

  @Test func `watching, it sends what another process adds, and ends well when asked to`() async throws {
    let fixture = try Fixture()
    try await keep(1, fixture)
    let child = try start("--watch", fixture)
    _ = try await poll("the first record") { fixture.server.records.count == 1 ? true : nil }
    try await keep(2, fixture)
    _ = try await poll("the others") { fixture.server.records.count == 3 ? true : nil }
    #expect(try await child.kill(SIGTERM) == .exited(0))
    #expect(child.readRest() == ["\(fixture.outboxPath): 3 delivered, 0 waiting"])
  }

  @Test func `watching, it goes on while the key is refused, and says so at the end`() async throws {
    let fixture = try Fixture(faults: Array(repeating: .status(401), count: 50))
    try await keep(1, fixture)
    let child = try start("--watch", fixture)
    _ = try await poll("a request") { fixture.server.requests.isEmpty ? nil : true }
    try await keep(1, fixture)
    try await Task.sleep(for: .seconds(1))
    // One to find out; no more before somebody acts, whatever comes.
    #expect(fixture.server.requests.count == 1)
    #expect(try await child.kill(SIGINT) == .exited(4))
    #expect(child.readRest() == ["\(fixture.outboxPath): 0 delivered, 2 waiting"])
  }

  @Test func `asked to end twice, it ends at once, and nothing is lost`() async throws {
    let fixture = try Fixture(faults: Array(repeating: .reply(.hang(seconds: 60)), count: 16))
    try await keep(20, fixture)
    let child = try start("--until-empty", fixture)
    child.signal(SIGINT, SIGINT) { [server = fixture.server] in server.requests.count == 16 }
    #expect(try await child.end() == .killed(signal: SIGINT))
    let rest = try await fixture.podium("submit", fixture.outboxPath)
    #expect(rest.status == 0)
    #expect(fixture.server.records.count == 20)
  }

  @Test(
    "what contradicts itself is refused",
    arguments: [
      ["--watch", "--until-empty"], ["--watch", "--patience", "1"], ["--until-empty", "--patience", "1"],
    ])
  func refuses(options: [String]) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await BuiltProgram.podium.run(["submit", "w.podium"] + options, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\(options[0]) and \(options[1]) cannot be given together"))
  }

  @Test func `on a terminal a bar tells how far it is`() async throws {
    let fixture = try Fixture(
      faults: Array(repeating: .replyAfterwards(.hang(seconds: 0.2)), count: 200))
    try await keep(200, fixture)
    let terminal = try PseudoTerminal()
    let child = try terminal.start(
      [BuiltProgram.podium.path, "submit", fixture.outboxPath], environment: fixture.environment)
    try await terminal.waitFor("] 200 saved \u{B7} ")
    child.kill(SIGINT)
    try await terminal.waitFor("once more ends at once")
    #expect(try await child.waitForEnd(within: .seconds(30)) == .exited(1))
  }
}

extension FeedbackCommandFixture {
  fileprivate func submit(_ options: [String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(
      ["submit", outboxPath] + options, in: folder.path, environment: environment)
  }
}
