import Dispatch
import LabelingUI
import Synchronization

/// Carries out searches on a thread of its own. A newer one ends the one before, and none takes longer than a rater waits.
final class SearchWorker: Sendable {
  private static let budget = Duration.milliseconds(400)

  private let mailbox: Mailbox
  private let newest = Atomic(0)
  private let queue = DispatchQueue(label: "podium.search", qos: .userInitiated)

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  func perform(_ request: SearchRequest) {
    newest.store(request.number, ordering: .relaxed)
    queue.async { [self] in
      guard isNewest(request) else { return }
      let end = ContinuousClock.now + Self.budget
      let findings = request.findings { _ in !isNewest(request) || ContinuousClock.now >= end }
      if isNewest(request) { mailbox.post(.found(findings, search: request.number)) }
    }
  }

  private func isNewest(_ request: SearchRequest) -> Bool {
    newest.load(ordering: .relaxed) == request.number
  }
}
