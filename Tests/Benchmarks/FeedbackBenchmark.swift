import FeedbackSubmission
import Foundation
import LangSmith
import StrictJSON
import TestSupport

/// Feedback from the first call to its delivery, the disk included, against a stand-in for LangSmith.
///
/// The stand-in is a program of its own, so that its work is not counted: `PODIUM_STAND_IN` names it. It is started
/// with the options of a case, and prints the port on which it listens.
struct FeedbackBenchmark {
  let folder: TemporaryFolder

  private struct Case {
    let name: String
    var options: [String] = []
    var isBatched = true
    /// Records a second at least, and CPU seconds for 10,000 records at most.
    var rate: Double?
    var cost: Double?
  }

  private static let count = 100_000
  private static let chunk = 1000
  private static let memoryLimit = 60.0

  private static let cases = [
    Case(name: "batched", rate: 43_500, cost: 0.25),
    Case(name: "batched, zstd", options: ["--zstd"], rate: 43_500, cost: 0.25),
    Case(name: "batched, 50 ms away", options: ["--latency-ms", "50"], rate: 26_000),
    Case(name: "direct", isBatched: false, cost: 0.4),
  ]

  func measure() throws -> [Figure] {
    guard let program = ProcessInfo.processInfo.environment["PODIUM_STAND_IN"] else { return [] }
    return try Self.cases.enumerated().flatMap { number, item in
      let server = try StandIn(program, options: item.options)
      defer { server.stop() }
      return try measure(item, server.url, outbox: folder.path(of: "feedback-\(number).outbox"))
    } + [memory()]
  }

  private func measure(_ item: Case, _ url: String, outbox: String) throws -> [Figure] {
    let settings = try LangSmithSettings(endpoint: LangSmithEndpoint(url), credential: .apiKey(Secret("k")))
    let client = try FeedbackClient(outbox: outbox, transport: LangSmithTransport(settings))
    defer { client.close() }
    var (kept, all, cpu) = (Samples("kept"), Samples("kept and delivered"), Samples("Podium"))
    let (start, startCPU) = (ContinuousClock.now, Self.cpuSeconds)
    try wait { try await keep(in: client, isBatched: item.isBatched) }
    kept.add(Double(Self.count) / start.duration(to: .now).seconds)
    let progress = try wait { try await client.deliver(stopAfterAttempt: nil) }
    all.add(Double(Self.count) / start.duration(to: .now).seconds)
    cpu.add((Self.cpuSeconds - startCPU) / Double(Self.count) * 10_000)
    guard progress.counts.delivered == Self.count else { throw Undelivered(progress: progress) }
    return [
      Figure(
        name: "feedback \(item.name)", unit: "records/s", samples: [all, kept],
        comparison: item.rate.map { Figure.least(all, unit: "records/s", limit: $0) }),
      Figure(
        name: "feedback \(item.name)", unit: "CPU s for 10,000 records", samples: [cpu],
        comparison: item.cost.map { Figure.most(cpu, unit: "CPU s", limit: $0) }),
    ]
  }

  private func keep(in client: FeedbackClient, isBatched: Bool) async throws {
    let session = UUID()
    for start in stride(from: 0, to: Self.count, by: Self.chunk) {
      let records = (start..<start + Self.chunk).map { _ in
        let run = UUID()
        var record = FeedbackRecord(
          target: .run(.init(runID: run, traceID: isBatched ? run : nil, sessionID: session)),
          key: "preference", source: .init(metadata: ["annotator": "ann-01"]))
        record.score = .float(1)
        record.comment = "A is more direct and answers the question."
        return record
      }
      _ = try await client.create(records)
    }
  }

  private func memory() -> Figure {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var peak = Samples("Podium")
    peak.add(Double(usage.ru_maxrss) / 1024)
    return Figure(
      name: "feedback, peak memory of all", unit: "MB", samples: [peak],
      comparison: Figure.most(peak, unit: "MB", limit: Self.memoryLimit))
  }

  private static var cpuSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  private struct Undelivered: Error {
    let progress: SubmissionProgress
  }
}

/// The benchmarks are commands that wait; delivery is asynchronous.
private func wait<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
  let (done, result) = (DispatchSemaphore(value: 0), ResultBox<Value>())
  Task {
    do { result.value = .success(try await body()) } catch { result.value = .failure(error) }
    done.signal()
  }
  done.wait()
  guard let value = result.value else { throw CancellationError() }
  return try value.get()
}

/// Written before the semaphore is signaled, read after.
private final class ResultBox<Value>: @unchecked Sendable {
  var value: Result<Value, any Error>?
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
