import Foundation
import TestSupport

/// Feedback from the first call to its delivery, the disk included, beside LangSmith's Python SDK, which keeps nothing
/// on the disk. Both send to the same stand-in for LangSmith.
///
/// The stand-in is a program of its own: `PODIUM_STAND_IN` names it. It is started with the options of a case, and
/// prints the port on which it listens. `PODIUM_SDK_PYTHON` and `PODIUM_SDK_DRIVER` name a Python that has the SDK and
/// the script that drives it; without them Podium is measured alone.
struct FeedbackBenchmark {
  let folder: TemporaryFolder
  private let environment = ProcessInfo.processInfo.environment
  private var sdk: PythonSDK? { PythonSDK(environment) }

  private struct Peer {
    let name: String
    let mode: String
    let count: Int
    /// So many times its rate at least, and its CPU time at most.
    let rate: Double
    let cost: Double
  }

  private struct Case {
    let name: String
    var server: [String] = []
    var load: [String] = []
    var rate: Double?
    var peer: Peer?
  }

  private static let rounds = 3

  private static let background = Peer(
    name: "SDK in the background", mode: "multipart", count: 30_000, rate: 5, cost: 0.25)
  private static let waiting = Peer(name: "SDK that waits", mode: "sync", count: 5000, rate: 1, cost: 0.05)

  private static let cases = [
    Case(name: "batched", peer: background),
    Case(name: "batched, zstd", server: ["--zstd"], peer: background),
    Case(name: "batched, 50 ms away", server: ["--latency-ms", "50"], rate: 26_000),
    Case(name: "direct", load: ["--direct"], peer: waiting),
  ]

  func measure() throws -> [Figure] {
    guard let program = environment["PODIUM_STAND_IN"] else {
      Self.say("feedback is not measured: PODIUM_STAND_IN names no stand-in for LangSmith")
      return []
    }
    if sdk == nil { Self.say("PODIUM_SDK_PYTHON and PODIUM_SDK_DRIVER name no Python SDK: Podium alone") }
    return try Self.cases.flatMap { try measure($0, program) } + [memory(program)]
  }

  private func measure(_ item: Case, _ program: String) throws -> [Figure] {
    var podium = Measured("Podium")
    var peer = Measured(item.peer?.name ?? "")
    for _ in 0..<Self.rounds {
      try podium.add(run(program, item.server) { try .podium($0, outbox: outbox, item.load) })
      guard let sdk, let its = item.peer else { continue }
      try peer.add(run(program, item.server) { try .pythonSDK(sdk, $0, mode: its.mode, count: its.count) })
    }
    let isCompared = sdk != nil && item.peer != nil
    let peers = { (samples: Samples) in isCompared ? [samples] : [] }
    let rate =
      item.rate.map { Figure.least(podium.rate, unit: "records/s", limit: $0) }
      ?? (isCompared ? item.peer.map { Figure.times(podium.rate, peer.rate, atLeast: $0.rate) } : nil)
    let cost = isCompared ? item.peer.map { Figure.times(podium.cost, peer.cost, limit: $0.cost) } : nil
    return [
      Figure(
        name: "feedback \(item.name)", unit: "records/s", samples: [podium.rate] + peers(peer.rate),
        comparison: rate),
      Figure(
        name: "feedback \(item.name)", unit: "CPU s for 10,000 records",
        samples: [podium.cost] + peers(peer.cost), comparison: cost),
      Figure(
        name: "feedback \(item.name)", unit: "MB at most", samples: [podium.peak] + peers(peer.peak),
        comparison: Figure.most(podium.peak, unit: "MB", limit: 60)),
    ]
  }

  /// All is kept before the first is sent: what waits must not be in memory.
  private func memory(_ program: String) throws -> Figure {
    var (short, long) = (Samples("20,000 waiting"), Samples("200,000 waiting"))
    short.add(try peak(program, waiting: 20_000))
    long.add(try peak(program, waiting: 200_000))
    return Figure(
      name: "feedback, peak memory", unit: "MB", samples: [long, short],
      comparison: Figure.difference(long, short, unit: "MB", limit: 5))
  }

  private func peak(_ program: String, waiting count: Int) throws -> Double {
    try run(program, []) { try .podium($0, outbox: outbox, ["--in-turn", "--count", String(count)]) }
      .peakMegabytes
  }

  private var outbox: String { folder.path(of: "feedback.outbox") }

  private func run(
    _ program: String, _ options: [String], _ body: (String) throws -> FeedbackRun
  ) throws -> FeedbackRun {
    let server = try StandIn(program, options: options)
    defer { server.stop() }
    return try body(server.url)
  }

  private static func say(_ sentence: String) {
    FileHandle.standardError.write(Data((sentence + "\n").utf8))
  }
}

/// The same of several runs.
private struct Measured {
  private(set) var rate: Samples
  private(set) var cost: Samples
  private(set) var peak: Samples

  init(_ name: String) {
    (rate, cost, peak) = (Samples(name), Samples(name), Samples(name))
  }

  mutating func add(_ run: FeedbackRun) {
    rate.add(run.recordsPerSecond)
    cost.add(run.cpuSeconds)
    peak.add(run.peakMegabytes)
  }
}
