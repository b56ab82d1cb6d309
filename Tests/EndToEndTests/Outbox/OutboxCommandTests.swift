import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite struct OutboxCommandTests {
  typealias Fixture = OutboxCommandFixture

  @Test func `What was kept is listed as waiting, one line a group`() async throws {
    let fixture = try Fixture()
    try await fixture.keep()
    let list = try await fixture.outbox("list")
    #expect(list.status == 0)
    #expect(list.lines.count == 3)
    #expect(list.lines[0].hasPrefix("ID"))
    #expect(list.lines[1].hasPrefix("cccc0001  waiting"))
    #expect(list.lines[1].contains("2 runs"))
    #expect(list.lines[2].contains("aaaa0003"))
    #expect(
      try await fixture.outbox("list", "--state", "dead").text == "w.podium: no group is in that state\n")
    let same = try await fixture.podium("outbox", "list", "w.podium")
    #expect(same.lines.map { $0.prefix(17) } == list.lines.map { $0.prefix(17) })
  }

  @Test func `What LangSmith refused is named with its words, retried with its siblings, and delivered`()
    async throws
  {
    let fixture = try Fixture()
    try await fixture.keep()
    #expect(try await fixture.submit().status == 4)
    #expect(fixture.storedIDs == [Fixture.id(3)])
    let status = try await fixture.podium("status", "w.podium")
    #expect(status.text.contains("1 refused"))
    #expect(status.text.contains("podium outbox list w.podium --state dead"))
    let list = try await fixture.outbox("list")
    #expect(list.lines.count == 4)
    #expect(list.text.contains("422: poison"))
    let json = try await fixture.outbox("list", "--state", "dead", "--json").objects
    #expect(json.map { $0["state"]?.string } == ["dead"])
    let show = try await fixture.outbox("show", "cccc0002")
    #expect(show.text.contains("refusal   422: poison"))
    #expect(show.text.contains(#""comment": "poison""#))
    #expect(show.text.contains("held back"))
    #expect(try await fixture.outbox("retry", "cccc0003").status == 2)
    #expect(try await fixture.outbox("retry", "cccc0002").text.contains("1 group goes out again"))
    #expect(try await fixture.outbox("list", "--state", "dead").lines.count == 1)
    let update = try await fixture.podium(
      "feedback", "update", Fixture.id(2), "--comment", "well", "--workspace", "w.podium")
    #expect(update.status == 0)
    #expect(fixture.server.records.count == 3)
    #expect(try await fixture.outbox("list").text == "w.podium: nothing is on its way out\n")
  }

  @Test func `What failed for a while backs off, and the reason is told`() async throws {
    let fixture = try Fixture()
    try await fixture.keep(alone: false)
    fixture.server.stop()
    _ = try await fixture.podium("submit", "w.podium", "--patience", "0")
    let list = try await fixture.outbox("list", "--json")
    #expect(list.objects.first?["state"] == "backoff")
    let failures = list.objects.first?["records"]?.array?.first?.object?["failures"]?.number?.intValue
    #expect((failures ?? 0) > 0)
    #expect(list.objects.first?["trouble"]?.string?.isEmpty == false)
  }

  @Test func `A drop without a terminal needs a yes, keeps its reason, and is not counted as waiting`()
    async throws
  {
    let fixture = try Fixture()
    try await fixture.keep()
    _ = try await fixture.submit()
    let refused = try await fixture.outbox("drop", "cccc0001", "--reason", "typo")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--yes"))
    let dropped = try await fixture.outbox("drop", "cccc0001", "--reason", "typo", "--yes", "--json")
    #expect(dropped.status == 0)
    #expect(dropped.objects.first?["dropped"]?.array?.count == 1)
    let outbox = try await fixture.podium("status", "w.podium", "--json").objects.first?["outbox"]?.object
    #expect(outbox?["dead"] == 0 && outbox?["dropped"] == 1 && outbox?["delivered"] == 1)
    let audit = try await fixture.outbox("list", "--dropped", "--json").objects
    #expect(audit.map { $0["reason"]?.string } == ["typo"])
    #expect(audit.first?["records"]?.array?.count == 2)
    #expect(try await fixture.outbox("show", "cccc0001").text.contains("typo"))
    _ = try await fixture.submit()
    #expect(fixture.storedIDs == [Fixture.id(3)])
    let delivered = try await fixture.outbox("drop", "cccc0003", "--reason", "x", "--yes")
    #expect(delivered.status == 2)
    #expect(delivered.errors.contains("is delivered"))
  }

  @Test(arguments: [("n\r", false), ("y\r", true)])
  func `On a terminal a drop shows what would go, and asks`(answer: String, isDropped: Bool) async throws {
    let fixture = try Fixture()
    try await fixture.keep(alone: false)
    let terminal = try PseudoTerminal(columns: 100, rows: 24)
    let child = try terminal.start(
      [
        "/usr/bin/env", "--chdir", fixture.folder.path, BuiltProgram.podium.path, "outbox", "drop",
        "cccc0001",
        "--reason", "typo", "--workspace", "w.podium",
      ], environment: fixture.environment)
    try await terminal.waitFor("Drop this group? [y/N]")
    #expect(terminal.transcript().contains("2 never sent"))
    terminal.type(answer)
    #expect(try await child.waitForEnd(within: .seconds(20)) == .exited(isDropped ? 0 : 1))
    let left = try await fixture.outbox("list", "--json").objects
    #expect(left.isEmpty == isDropped)
  }

  @Test func `Lines fit the terminal, and hostile text steers nothing`() async throws {
    let fixture = try Fixture(poison: nil)
    _ = try await fixture.podium(
      "feedback", "create", "--run-id", Fixture.run(1), "--key",
      "k\u{1B}[31m" + String(repeating: "x", count: 99),
      "--no-wait", "--workspace", "w.podium")
    let terminal = try PseudoTerminal(columns: 60, rows: 24)
    let child = try terminal.start(
      [
        "/usr/bin/env", "--chdir", fixture.folder.path, BuiltProgram.podium.path, "outbox", "list",
        "w.podium",
      ],
      environment: fixture.environment)
    #expect(try await child.waitForEnd(within: .seconds(20)) == .exited(0))
    let text = terminal.transcript()
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.split(separator: "\r\n").allSatisfy { $0.count <= 60 })
  }

  @Test func `Ids that mean nothing, or too much, are named`() async throws {
    let fixture = try Fixture()
    try await fixture.keep()
    for (id, words) in [("ffff", "nothing in the outbox"), ("cccc", "several groups"), ("zz", "expected a")] {
      let outcome = try await fixture.outbox("show", id)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(words))
    }
  }
}
