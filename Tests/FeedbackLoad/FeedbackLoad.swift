import ArgumentParser
import FeedbackSubmission
import Foundation
import LangSmith
import StrictJSON

/// Keeps feedback and delivers it, and prints what that took. A program of its own, so that its time and memory are
/// those of one path.
@main
struct FeedbackLoad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keeps records in an outbox, delivers them, and prints what it took as a JSON object.")

  @Argument(help: "The server.")
  var url: String

  @Option(help: "The outbox; a file that is not there yet.")
  var outbox: String

  @Option(help: "How many records.")
  var count = 100_000

  @Option(help: "How many are kept in one call.")
  var chunk = 1000

  @Flag(help: "Records that cannot travel together, because their trace is not known.")
  var direct = false

  @Flag(help: "Delivers only after all are kept.")
  var inTurn = false

  /// As long as real ones: answers are searched for it.
  private static let key = "lsv2_pt_" + String(repeating: "0", count: 43)

  func run() async throws {
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(url), credential: .apiKey(Secret(Self.key)))
    let client = try FeedbackClient(outbox: outbox, transport: LangSmithTransport(settings))
    let (start, startCPU) = (ContinuousClock.now, Resources.current.cpuSeconds)
    let keptIn: Duration
    if inTurn {
      keptIn = try await keep(in: client)
      try await client.deliver(stopAfterAttempt: nil)
    } else {
      let delivery = Task { await client.run() }
      keptIn = try await keep(in: client)
      delivery.cancel()
      await delivery.value
      try await client.deliver(stopAfterAttempt: nil)
    }
    let duration = start.duration(to: .now)
    let counts = try await client.counts()
    guard counts.delivered == count else {
      throw ValidationError("delivered \(counts.delivered) of \(count)")
    }
    client.close()
    let resources = Resources.current
    let result: [(String, Double)] = [
      ("records_per_s", Double(count) / duration.seconds),
      ("kept_per_s", Double(count) / keptIn.seconds),
      ("cpu_s_per_10k", (resources.cpuSeconds - startCPU) / Double(count) * 10_000),
      ("peak_rss_mb", resources.peakMegabytes),
    ]
    let members = result.map { "\"\($0)\":\(String(format: "%.4g", $1))" }
    print("{\(members.joined(separator: ","))}")
  }

  private func keep(in client: FeedbackClient) async throws -> Duration {
    let (start, session) = (ContinuousClock.now, UUID())
    for first in stride(from: 0, to: count, by: chunk) {
      let records = (first..<min(first + chunk, count)).map { record($0, session: session) }
      try await client.create(records)
    }
    return start.duration(to: .now)
  }

  /// What the driver of the Python SDK sends.
  private func record(_ number: Int, session: UUID) -> FeedbackRecord {
    // Random ones would cost a system call each.
    let run = withUnsafeBytes(of: (UInt64(0x4000).bigEndian, UInt64(number).bigEndian)) {
      UUID(uuid: $0.loadUnaligned(as: uuid_t.self))
    }
    return FeedbackRecord(
      target: .run(.init(runID: run, traceID: direct ? nil : run, sessionID: session)), key: "preference",
      score: 1.0, comment: "A is more direct and answers the question.",
      source: .init(metadata: ["annotator": "ann-01"]), groupID: run)
  }
}

struct Resources {
  let cpuSeconds: Double
  let peakMegabytes: Double

  static var current: Resources {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let times = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
    return Resources(cpuSeconds: times.reduce(0, +), peakMegabytes: Double(usage.ru_maxrss) / 1024)
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
