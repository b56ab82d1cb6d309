import Foundation
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct AttemptLimitTests {
  /// How often it is told that there was no hope, after these answers one after the other.
  private func exhaustions(limit: Int, _ statuses: [Int]) async -> Int {
    let count = Mutex(0)
    let server = FakeServer(faults: statuses.map { .status($0) })
    let limited = AttemptLimit(of: limit, attemptsBy: server) { count.withLock { $0 += 1 } }
    for _ in statuses { _ = await limited.perform(.read(id: .run(1))) }
    return count.withLock { $0 }
  }

  @Test(
    "Failures in a row are counted, and a success starts anew",
    arguments: [
      (1, [500], 1), (3, [500, 500], 0), (3, [500, 404, 429], 1), (3, [500, 500, 200, 500, 500], 0),
      (2, [500, 500, 500], 2),
    ])
  func counts(limit: Int, statuses: [Int], expected: Int) async {
    #expect(await exhaustions(limit: limit, statuses) == expected)
  }

  /// Answers only when as many requests have come as are expected at a time.
  private actor Crowd: FeedbackTransport {
    private let size: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(size: Int) {
      self.size = size
    }

    func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
      await withCheckedContinuation { continuation in
        waiting.append(continuation)
        guard waiting.count == size else { return }
        waiting.forEach { $0.resume() }
        waiting = []
      }
      return .notSent(reason: "refused")
    }
  }

  @Test func `Requests under way at the same time count as one`() async {
    let isExhausted = Mutex(false)
    let limited = AttemptLimit(of: 2, attemptsBy: Crowd(size: 8)) { isExhausted.withLock { $0 = true } }
    for round in 1...2 {
      await withTaskGroup { requests in
        for _ in 1...8 { requests.addTask { _ = await limited.perform(.read(id: .run(1))) } }
      }
      #expect(isExhausted.withLock { $0 } == (round == 2))
    }
  }
}
