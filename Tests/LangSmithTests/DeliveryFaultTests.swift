import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import FeedbackSubmission
@testable import LangSmith

/// The whole way, from the workspace's file over sockets to a server that misbehaves: each record arrives
/// once, and no group is half there.
@Suite struct DeliveryFaultTests {
  private typealias Fault = LoopbackFeedbackServer.Fault

  private static let portal = Fault.reply(.html("<html>Welcome! Please log in.</html>"))
  private static let faults: [(String, [Fault])] = [
    ("nothing", []), ("500", [.status(500)]), ("503", [.status(503), .status(503)]),
    ("502 and 504", [.status(502), .status(504)]),
    ("429", [.status(429)]), ("429 with a pause", [.status(429, ["Retry-After": "0.02"])]),
    ("408", [.status(408)]),
    ("a reset before it was stored", [.resetBefore]), ("a reset after it was stored", [.resetAfter]),
    ("several resets", [.resetAfter, .resetBefore, .resetAfter]), ("a login page", [portal]),
    ("an answer cut short", [.replyAfterwards(.cut(status: 200, body: Array(#"{"id": "x"}"#.utf8)))]),
    ("no HTTP", [.reply(.raw(Array("nonsense".utf8)))]), ("404", [.status(404), .status(404)]),
    ("202 without a word", [.replyAfterwards(.status(202))]), ("silence", [.reply(.hang(seconds: 1))]),
    ("an outage", Array(repeating: .status(503), count: 12)),
  ]

  @Test("Everything arrives once, whatever happens on the way", arguments: faults)
  func arrives(name: String, faults: [LoopbackFeedbackServer.Fault]) async throws {
    let server = try LoopbackFeedbackServer(faults: faults)
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...4)
    let progress = try await workspace.submitter(server.url).drain()
    #expect(progress.counts.delivered == 4)
    try expectWhole(server, groups: 4)
  }

  private static let info = #"{"version":"0.18.3","instance_flags":{"zstd_compression_enabled":true}}"#

  @Test("Everything arrives once in batches too, whatever happens on the way", arguments: faults)
  func arrivesInBatches(name: String, faults: [LoopbackFeedbackServer.Fault]) async throws {
    let server = try LoopbackFeedbackServer(faults: faults, info: Self.info)
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...40)
    let progress = try await workspace.submitter(server.url).drain()
    #expect(progress.counts.delivered == 40)
    try expectWhole(server, groups: 40)
  }

  @Test func `A server whose word about batches was wrong gets everything record by record`() async throws {
    let server = try LoopbackFeedbackServer(faults: [.status(404)], info: Self.info)
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...40)
    #expect(try await workspace.submitter(server.url).drain().counts.delivered == 40)
    try expectWhole(server, groups: 40)
    #expect(server.requests.filter { $0.path == "/runs/multipart" }.count == 1)
  }

  @Test func `A server whose word about compression was wrong gets batches as they are`() async throws {
    let server = try LoopbackFeedbackServer(
      faults: [.reply(.json(#"{"detail":"no zstd"}"#, status: 400))], info: Self.info)
    let workspace = try DeliveryWorkspace()
    // One batch: while the first is refused, none was taken.
    try workspace.judge(1...40)
    #expect(try await workspace.submitter(server.url).drain().counts.delivered == 40)
    try expectWhole(server, groups: 40)
    let batches = server.requests.filter { $0.path == "/runs/multipart" }
    #expect(batches.contains { $0.header("Content-Encoding") == nil })
    #expect(!server.requests.contains { $0.path == "/feedback" && $0.method == "POST" })
  }

  @Test func `Of a refused batch only the bad group is set aside, with the server's words`() async throws {
    let server = try LoopbackFeedbackServer(info: Self.info, poison: DeliveryWorkspace.run(of: 17))
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...40)
    let progress = try await workspace.submitter(server.url).drain()
    #expect(progress.counts.dead == 1)
    #expect(progress.counts.delivered == 39)
    try expectWhole(server, groups: 39)
    #expect(try workspace.reasons() == ["422: poison"])
  }

  @Test(
    "What needs a person stops the delivery with a reason, and nothing is lost", arguments: [401, 403, 302])
  func parks(status: Int) async throws {
    let refusing = try LoopbackServer { _ in .status(status) }
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...4)
    let stopped = try await workspace.submitter(refusing.url).drain()
    guard case .parked = stopped.condition else {
      Issue.record("\(stopped)")
      return
    }
    #expect(stopped.counts.waiting == 4)
    let server = try LoopbackFeedbackServer()
    #expect(try await workspace.submitter(server.url).drain().counts.delivered == 4)
    try expectWhole(server, groups: 4)
  }

  @Test func `A refused record is set aside with its group, and the others arrive`() async throws {
    let server = try LoopbackFeedbackServer(faults: [.reply(.json(#"{"detail":"too bad"}"#, status: 422))])
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...4)
    let progress = try await workspace.submitter(server.url).drain()
    #expect(progress.counts.dead == 1)
    #expect(progress.counts.delivered == 3)
    try expectWhole(server, groups: 3)
    #expect(try workspace.reasons() == ["422: too bad"])
  }

  @Test("Records of 2 MB arrive once, one by one and in batches", arguments: [nil, info])
  func large(info: String?) async throws {
    let server = try LoopbackFeedbackServer(info: info)
    let workspace = try DeliveryWorkspace(deadline: .seconds(240))
    try workspace.judge(1...1, comment: String(repeating: "é", count: 1 << 20))
    try workspace.judge(2...20)
    #expect(try await workspace.submitter(server.url).drain(patience: .seconds(300)).counts.delivered == 20)
    try expectWhole(server, groups: 20)
    expectSentOnce(server)
  }

  @Test("What is larger than is read stops nothing, and is not sent again", arguments: [nil, info])
  func beyondTheLimit(info: String?) async throws {
    let server = try LoopbackFeedbackServer(info: info)
    let workspace = try DeliveryWorkspace(responseLimit: 1 << 16, deadline: .seconds(240))
    let long = String(repeating: "é", count: 1 << 16)
    try workspace.judge(1...1, comment: long)
    try workspace.judge(2...20)
    // Somebody else's, on a run of ours, which the list shows before all of ours.
    server.tamper("0") {
      $0 = ["run_id": .string(DeliveryWorkspace.run(of: 2)), "comment": .string(long), "id": "0"]
    }
    #expect(try await workspace.submitter(server.url).drain(patience: .seconds(300)).counts.delivered == 20)
    server.tamper("0") { $0 = nil }
    try expectWhole(server, groups: 20)
    expectSentOnce(server)
  }

  private func expectSentOnce(_ server: LoopbackFeedbackServer) {
    let bodies = server.requests.filter { $0.method == "POST" }.map(\.body)
    #expect(Set(bodies).count == bodies.count)
  }

  @Test func `A server that comes back gets the rest`() async throws {
    let first = try LoopbackFeedbackServer(faults: [.resetAfter])
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...30)
    let submitter = try workspace.submitter(first.url)
    let delivery = Task { try await submitter.drain() }
    while first.records.count < 10 { await Task.yield() }
    first.stop()
    let before = first.records
    let second = try LoopbackFeedbackServer(port: first.port)
    #expect(try await delivery.value.counts.delivered == 30)
    let arrived = (before + second.records).compactMap { $0["id"]?.text() }
    #expect(Set(arrived).count == 60)
  }

  @Test func `A sender that died in the middle is followed by one that finishes`() async throws {
    let server = try LoopbackFeedbackServer()
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...10)
    try await workspace.sendHalfAndDie(server.url)
    #expect(server.records.count == 10)
    #expect(try await workspace.submitter(server.url).drain().counts.delivered == 10)
    try expectWhole(server, groups: 10)
  }

  @Test func `Two senders on one workspace send nothing twice`() async throws {
    let server = try LoopbackFeedbackServer()
    let workspace = try DeliveryWorkspace()
    try workspace.judge(1...60)
    async let one = workspace.submitter(server.url).drain()
    async let other = workspace.submitter(server.url, another: true).drain()
    _ = try await (one, other)
    #expect(try workspace.counts().delivered == 60)
    try expectWhole(server, groups: 60)
    #expect(server.requests.filter { $0.method == "POST" }.count == 120)
  }

  private func expectWhole(_ server: LoopbackFeedbackServer, groups: Int) throws {
    let sizes = Dictionary(grouping: server.records) { $0["feedback_group_id"]?.text() ?? "" }.mapValues(
      \.count)
    #expect(sizes.count == groups)
    #expect(sizes.values.allSatisfy { $0 == 2 })
    let runs = Set(server.records.compactMap { $0["run_id"]?.text() })
    #expect(runs.count == 2 * groups)
  }
}
