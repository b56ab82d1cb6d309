import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite struct VerifyCommandTests {
  typealias Fixture = VerifyCommandFixture

  @Test func `What is as it should be is proved, and counted as verified until it changes`() async throws {
    let fixture = try await Fixture(groups: 3)
    let outcome = try await fixture.verify()
    #expect(outcome.text == "w.podium: 3 groups equal\n")
    #expect(outcome.status == 0)
    #expect(try await fixture.counts()["verified"] == 3)
    let status = try await fixture.podium("status", "w.podium")
    #expect(status.text.contains("3 delivered (3 verified)"))
    _ = try await fixture.podium(
      "feedback", "update", Fixture.id(1), "--score", "0.5", "--no-wait", "--workspace", "w.podium")
    #expect(try await fixture.counts()["verified"] == 2)
    let waiting = try await fixture.verify("--json")
    #expect(waiting.status == 1)
    #expect(waiting.objects.first?["groups"]?.object?["waiting"] == 1)
  }

  @Test(arguments: [[], ["--comparative-experiment", Fixture.experiment], ["--session", Fixture.session]])
  func `Each kind of fault is found, by each way to read`(options: [String]) async throws {
    let fixture = try await Fixture(groups: 4)
    fixture.server.tamper(Fixture.id(1)) { $0 = nil }
    fixture.server.tamper(Fixture.id(3)) { $0?["score"] = 0.75 }
    var stranger = try #require(fixture.server.records.first { $0["id"]?.string == Fixture.id(5) })
    stranger["id"] = "dddd0001-0000-4000-8000-000000000001"
    let unknown = stranger
    fixture.server.tamper("dddd0001-0000-4000-8000-000000000001") { $0 = unknown }
    let kept = try #require(fixture.server.records.first { $0["id"]?.string == Fixture.id(7) })
    for id in [7, 8] {
      _ = try await fixture.podium("feedback", "delete", Fixture.id(id), "--workspace", "w.podium")
    }
    fixture.server.tamper(Fixture.id(7)) { $0 = kept }
    let outcome = try await fixture.verify(options + ["--json"])
    #expect(outcome.status == 1)
    let result = try #require(outcome.objects.first)
    for kind in ["missing", "half", "different", "unknown", "extra"] { #expect(result[kind] == 1, "\(kind)") }
    let findings = result["findings"]?.array?.compactMap(\.object) ?? []
    let fields = findings.first { $0["finding"] == "different" }?["fields"]
    #expect(fields == ["score"])
    #expect(result["groups"]?.object?["equal"] == 1)
    let text = try await fixture.verify(options)
    #expect(text.text.contains("missing    \(Fixture.id(1))"))
    #expect(text.text.contains("1 of 2 records are there"))
    #expect(fixture.server.records.count == 7)
  }

  @Test(arguments: [[], ["--comparative-experiment", Fixture.experiment]])
  func `A repair sends again what is ours, and touches nothing else`(options: [String]) async throws {
    let fixture = try await Fixture(groups: 4)
    let kept = try #require(fixture.server.records.first { $0["id"]?.string == Fixture.id(7) })
    for id in [7, 8] {
      _ = try await fixture.podium("feedback", "delete", Fixture.id(id), "--workspace", "w.podium")
    }
    fixture.server.tamper(Fixture.id(7)) { $0 = kept }
    fixture.server.tamper(Fixture.id(1)) { $0 = nil }
    fixture.server.tamper(Fixture.id(2)) { $0 = nil }
    fixture.server.tamper(Fixture.id(3)) { $0?["comment"] = "theirs" }
    let outcome = try await fixture.verify(options + ["--repair"])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("repaired: 4 records sent again"))
    #expect(Set(fixture.storedIDs) == Set((1...6).map(Fixture.id)))
    #expect(fixture.server.records.allSatisfy { $0["comment"] == nil || $0["comment"]?.isNull == true })
    #expect(try await fixture.verify(options).status == 0)
    var stranger = kept
    stranger["id"] = "dddd0001-0000-4000-8000-000000000001"
    stranger["feedback_group_id"] = .string(Fixture.group(1))
    let unknown = stranger
    fixture.server.tamper("dddd0001-0000-4000-8000-000000000001") { $0 = unknown }
    #expect(try await fixture.verify(options + ["--repair"]).status == 1)
    #expect(fixture.server.records.count == 7)
  }

  @Test func `What was retracted is no finding, and a repair retracts what came back`() async throws {
    let fixture = try await Fixture(groups: 2)
    let kept = try #require(fixture.server.records.first { $0["id"]?.string == Fixture.id(1) })
    for id in [1, 2] {
      _ = try await fixture.podium(
        "feedback", "delete", Fixture.id(id), "--workspace", "w.podium", "--undo-mode", "retract")
    }
    #expect(fixture.server.records.count == 4)
    for options in Self.everyWay {
      let outcome = try await fixture.verify(options + ["--repair"])
      #expect(outcome.status == 0, "\(options): \(outcome.text)")
    }
    #expect(fixture.server.records.count == 4)
    fixture.server.tamper(Fixture.id(1)) { $0 = kept }
    #expect(try await fixture.verify("--json").objects.first?["extra"] == 1)
    #expect(try await fixture.verify(["--repair", "--undo-mode", "retract"]).status == 0)
    #expect(fixture.server.records.first { $0["id"]?.string == Fixture.id(1) }?["value"] == "retracted")
  }

  private static let everyWay = [
    [], ["--comparative-experiment", Fixture.experiment], ["--session", Fixture.session],
    ["--run", Fixture.run(1)],
  ]

  @Test(arguments: everyWay)
  func `A stranger in the place of a record is found without a group, too`(options: [String]) async throws {
    let fixture = try await Fixture(groups: 2)
    var stranger = try #require(fixture.server.records.first { $0["id"]?.string == Fixture.id(1) })
    stranger["id"] = "dddd0001-0000-4000-8000-000000000001"
    stranger["feedback_group_id"] = nil
    let unknown = stranger
    fixture.server.tamper("dddd0001-0000-4000-8000-000000000001") { $0 = unknown }
    let outcome = try await fixture.verify(options)
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("unknown    dddd0001-0000-4000-8000-000000000001"))
    #expect(outcome.text.contains("in no group, and not from here"))
  }

  @Test func `By a run, only what belongs to it is compared`() async throws {
    let fixture = try await Fixture(groups: 3)
    fixture.server.tamper(Fixture.id(1)) { $0?["score"] = 0.75 }
    #expect(try await fixture.verify(["--run", Fixture.run(3)]).text == "w.podium: 1 group equal\n")
    let outcome = try await fixture.verify(["--run", Fixture.run(1), "--json"])
    #expect(outcome.status == 1)
    #expect(outcome.objects.first?["different"] == 1)
    #expect(try await fixture.verify(["--run", Fixture.run(1), "--repair"]).status == 0)
  }

  @Test(arguments: ["--comparative-experiment", "--session", "--run"])
  func `What nothing in the workspace belongs to is an error, not a proof`(option: String) async throws {
    let fixture = try await Fixture(groups: 1)
    let stranger = "dddd0009-0000-4000-8000-000000000001"
    let before = fixture.server.requests.count
    let outcome = try await fixture.verify([option, stranger])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\(option) \(stranger): no feedback in w.podium belongs to it"))
    #expect(fixture.server.requests.count == before)
  }

  @Test func `Where a record comes from is compared as far as it is told`() async throws {
    let fixture = try await Fixture(groups: 1)
    fixture.server.tamper(Fixture.id(1)) { $0?["feedback_source"] = ["type": "app", "metadata": [:]] }
    let outcome = try await fixture.verify()
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("key k: feedback_source"))
  }

  @Test func `Other people's feedback on the same runs is no finding`() async throws {
    let fixture = try await Fixture(groups: 2)
    for number in 1...150 {
      let id = "dddd0001-0000-4000-8000-" + String(format: "%012d", number)
      fixture.server.tamper(id) {
        $0 = ["id": .string(id), "key": "other", "score": 1, "run_id": .string(Fixture.run(1))]
      }
    }
    #expect(try await fixture.verify().status == 0)
    #expect(try await fixture.verify(["--session", Fixture.session]).status == 0)
  }

  @Test func `More groups than fit into a page or an address are all read`() async throws {
    let fixture = try await Fixture(groups: 130)
    fixture.server.tamper(Fixture.id(1)) { $0 = nil }
    fixture.server.tamper(Fixture.id(259)) { $0 = nil }
    let outcome = try await fixture.verify(["--json"])
    #expect(outcome.objects.first?["missing"] == 2)
    #expect(outcome.objects.first?["groups"]?.object?["equal"] == 128)
    let listed = try await fixture.verify(["--comparative-experiment", Fixture.experiment, "--json"])
    #expect(listed.objects.first?["missing"] == 2)
  }

  @Test func `A key that is refused, and a workspace that is not there, end with their own status`()
    async throws
  {
    let fixture = try await Fixture(groups: 1)
    fixture.server.setFaults(Array(repeating: .status(401), count: 5))
    #expect(try await fixture.verify().status == 4)
    #expect(try await fixture.podium("verify", "none.podium").status == 2)
    #expect(try await fixture.podium("verify", "w.podium", "--session", "x").status == 2)
  }
}
