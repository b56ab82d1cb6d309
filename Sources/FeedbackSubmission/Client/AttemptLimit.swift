import Foundation
import Synchronization

/// A transport that says when one has tried in vain often enough: so many times in a row, one after the other.
///
/// Requests that are under way at the same time fail for the same reason, and count as one. A success starts the
/// count anew, so what else there is to deliver goes on while there is hope.
final class AttemptLimit: FeedbackTransport {
  private let transport: any FeedbackTransport
  private let limit: Int
  private let failuresInARow = Mutex(0)
  private let onExhaustion: @Sendable () -> Void

  init(
    of limit: Int, attemptsBy transport: any FeedbackTransport, onExhaustion: @escaping @Sendable () -> Void
  ) {
    self.limit = limit
    self.transport = transport
    self.onExhaustion = onExhaustion
  }

  func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
    await counting({ await transport.perform(operation) }, isSuccess: \.isSuccess)
  }

  var executor: (any TaskExecutor)? { transport.executor }

  func batching() async -> FeedbackBatching { await transport.batching() }

  func perform(together operations: [FeedbackOperation]) async -> FeedbackBatchOutcome {
    await counting({ await transport.perform(together: operations) }, isSuccess: \.isSuccess)
  }

  func abandon() {
    transport.abandon()
  }

  private func counting<Outcome>(
    _ attempt: () async -> Outcome, isSuccess: (Outcome) -> Bool
  ) async -> Outcome {
    let number = failuresInARow.withLock { $0 } + 1
    let outcome = await attempt()
    let isExhausted = failuresInARow.withLock { failures in
      failures = isSuccess(outcome) ? 0 : max(failures, number)
      return failures >= limit
    }
    if isExhausted { onExhaustion() }
    return outcome
  }
}

extension FeedbackOutcome {
  fileprivate var isSuccess: Bool {
    guard case .answered(let answer) = self else { return false }
    return 200..<300 ~= answer.status
  }
}

extension FeedbackBatchOutcome {
  /// A batch that is refused is no attempt in vain: it is taken apart. Nor are records that are not shown yet.
  fileprivate var isSuccess: Bool {
    switch self {
    case .whole(.answered(let answer)): answer.status < 500 && answer.status != 429 && answer.status != 408
    case .whole: false
    case .each, .unsupported: true
    }
  }
}
