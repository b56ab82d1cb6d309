import Foundation
import StrictJSON
import TestSupport

/// Programs that keep and send feedback, killed at random moments, on one workspace; and what must be at the server in
/// the end.
struct KillLoop {
  /// One call of `feedback create`.
  private struct Call {
    let path: String
    let slots: [FaultStore.Slot]
    /// Whether the records bring ids, so that the call may be made again; and is, until it says that all is kept.
    let isRepeatable: Bool
    /// Whether it said that it keeps the records.
    var isAcknowledged = false
  }

  struct Tally: Equatable {
    var records = 0
    var kills = 0
    var lost = 0
    var duplicated = 0
    var half = 0
    var extra = 0
  }

  let folder: TemporaryFolder
  let server: FaultServer
  private var dice: SeededGenerator
  private var calls: [Call] = []
  private(set) var kills = 0
  /// How long a call takes that nobody kills, in milliseconds.
  private var usual = 300

  init(seed: UInt64, takesBatches: Bool) throws {
    folder = try TemporaryFolder()
    let plan = FaultPlan(
      anyOf: [.internalError, .resetBefore, .resetAfter, .answerCut, .loginPage], seed: seed, rate: 0.2)
    server = try FaultServer(plan, takesBatches: takesBatches)
    dice = SeededGenerator(seed: seed)
  }

  private var workspace: String { folder.path(of: "w.podium") }

  private var environment: [String: String] {
    ["LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "lsv2_test_key", "HOME": folder.path]
  }

  /// One program that creates, with up to two that send beside it; after a while all are killed.
  mutating func round() async throws {
    var call = try makeCall()
    let start = ContinuousClock.now
    var children = [try create(call)]
    for _ in 0..<dice.roll(3) where FileManager.default.fileExists(atPath: workspace) {
      children.append(
        try KillableProcess(.podium, ["submit", workspace, "--patience", "20"], environment: environment))
    }
    // Long enough to come to an end now and then.
    let isSpared = calls.isEmpty
    if isSpared {
      _ = try await children[0].end()
      usual = max(100, Int(start.duration(to: .now) / .milliseconds(1)))
    } else {
      try await Task.sleep(for: .milliseconds(dice.roll(usual * 5 / 4)))
    }
    let before = kills
    for child in children {
      if try await child.kill() == .killed(signal: SIGKILL) { kills += 1 }
    }
    // All had ended: the machine has become faster than it was at the first call.
    if kills == before && !isSpared { usual = max(20, usual / 2) }
    call.isAcknowledged = !children[0].readRest().isEmpty
    calls.append(call)
  }

  /// Programs that are stopped while they send, and go on when their leases are long over and others have sent what they
  /// had.
  mutating func stopPastTheLease() async throws {
    var stopped: [KillableProcess] = []
    for _ in 0..<3 {
      let call = try makeCall()
      let before = server.requestCount
      let child = try create(call)
      _ = try await poll("a request", within: .seconds(60)) { server.requestCount > before ? true : nil }
      try await stop(child)
      stopped.append(child)
      calls.append(call)
    }
    try await Task.sleep(for: .seconds(95))
    let other = try KillableProcess(.podium, ["submit", workspace], environment: environment)
    _ = try await other.end(within: .seconds(200))
    for child in stopped { child.send(SIGCONT) }
    for child in stopped { _ = try await child.end(within: .seconds(200)) }
  }

  /// Not while it holds the writer lock: then nobody else can do anything, which is another story.
  private func stop(_ child: KillableProcess) async throws {
    let lock = open(workspace + "-lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    while true {
      child.send(SIGSTOP)
      try await Task.sleep(for: .milliseconds(5))
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { return }
      child.send(SIGCONT)
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// What may be called again is, and nothing is killed or fails any more.
  mutating func finish() async throws {
    server.settle()
    for index in calls.indices where calls[index].isRepeatable {
      let child = try create(calls[index], ["--no-wait"])
      guard try await child.end() == .exited(0) else { throw Unfinished(what: "a repeated call") }
      calls[index].isAcknowledged = true
    }
    let submits = try (0..<2).map { _ in
      try KillableProcess(.podium, ["submit", workspace, "--patience", "100"], environment: environment)
    }
    for submit in submits { _ = try await submit.end(within: .seconds(200)) }
    let last = try KillableProcess(.podium, ["submit", workspace], environment: environment)
    guard try await last.end(within: .seconds(200)) == .exited(0) else {
      throw Unfinished(what: "the last submit")
    }
  }

  func tally() -> Tally {
    let store = server.store
    let (contents, idCounts) = (store.contents, store.idCounts)
    var tally = Tally()
    tally.kills = kills
    for call in calls {
      let there = call.slots.filter { contents[$0] != nil }
      tally.records += there.count
      // Without ids, what a killed program kept is all of its records or none.
      let isWanted = call.isAcknowledged || !there.isEmpty
      if isWanted { tally.lost += call.slots.count - there.count }
      tally.duplicated +=
        call.slots.filter { contents[$0].map { $0.count > 1 } ?? false || idCounts[$0, default: 0] > 1 }.count
      let groups = Dictionary(grouping: call.slots, by: \.group).values
      tally.half +=
        groups.filter { group in
          let count = group.filter { contents[$0] != nil }.count
          return count > 0 && count < group.count
        }.count
    }
    tally.extra = store.count - tally.records
    return tally
  }

  private func create(_ call: Call, _ options: [String] = []) throws -> KillableProcess {
    try KillableProcess(
      .podium, ["feedback", "create", "--from-json", call.path, "--workspace", workspace] + options,
      environment: environment)
  }

  private mutating func makeCall() throws -> Call {
    let isRepeatable = dice.happens(0.5)
    var (lines, slots) = ([String](), [FaultStore.Slot]())
    for _ in 0..<(5 + dice.roll(20)) {
      let group = id()
      for _ in 0...dice.roll(3) {
        let run = id()
        let own = isRepeatable ? #","feedback_id":"\#(id())""# : ""
        lines.append(
          #"{"run_id":"\#(run)","trace_id":"\#(run)","key":"k","score":1,"feedback_group_id":"\#(group)"\#(own)}"#
        )
        slots.append(FaultStore.Slot(group: group, run: run, key: "k"))
      }
    }
    let path = try folder.write(lines.joined(separator: "\n").utf8, to: "\(calls.count).jsonl")
    return Call(path: path, slots: slots, isRepeatable: isRepeatable)
  }

  private mutating func id() -> String {
    let bits = (dice.next(), dice.next())
    return withUnsafeBytes(of: bits) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }.uuidString.lowercased()
  }

  private struct Unfinished: Error, CustomStringConvertible {
    let what: String
    var description: String { "\(what) did not end as it should" }
  }
}
