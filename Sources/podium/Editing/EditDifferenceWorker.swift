import Dispatch
import LabelingUI
import Synchronization

/// Compares a text that is written with its original, on a thread of its own, and answers through the mailbox. A new request
/// ends the work on the one before.
final class EditDifferenceWorker: Sendable {
  private let mailbox: Mailbox
  private let latest = Mutex(0)
  private let queue = DispatchQueue(label: "podium.edit-difference", qos: .userInitiated)

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  func compare(_ request: EditDifferenceRequest) {
    latest.withLock { $0 = request.number }
    queue.async { [self] in
      guard isWanted(request),
        let difference = EditDifference(request, isCancelled: { !self.isWanted(request) })
      else { return }
      mailbox.post(.editCompared(difference, request: request.number))
    }
  }

  /// Gives up what is under way.
  func cancel() {
    latest.withLock { $0 = -1 }
  }

  private func isWanted(_ request: EditDifferenceRequest) -> Bool {
    latest.withLock { $0 == request.number }
  }
}
