import Dispatch
import LabelingUI
import Synchronization

/// Compares runs on a thread of its own and answers through the mailbox. A new request ends the work on the one before.
final class DifferenceWorker: Sendable {
  private let mailbox: Mailbox
  private let latest = Mutex(0)
  private let queue = DispatchQueue(label: "podium.difference", qos: .userInitiated)

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  func compare(_ request: DifferenceRequest) {
    latest.withLock { $0 = request.number }
    queue.async { [self] in
      guard isWanted(request) else { return }
      let budget = WorkBudget { !self.isWanted(request) }
      let difference = DifferenceEngine.compare(request, budget: budget) { answer(request, with: $0) }
      if let difference { answer(request, with: difference) }
    }
  }

  /// Gives up what is under way.
  func cancel() {
    latest.withLock { $0 = -1 }
  }

  private func answer(_ request: DifferenceRequest, with difference: RunDifference) {
    mailbox.post(.compared(difference, request: request.number))
  }

  private func isWanted(_ request: DifferenceRequest) -> Bool {
    latest.withLock { $0 == request.number }
  }
}
