import Dispatch
import FeedbackSubmission
import LabelingUI
import PreferenceStore
import Synchronization

/// Delivers the outbox while the rater judges, and tells the status line how far it is.
final class BackgroundDelivery: Sendable {
  /// How long the program waits, when it is left, for answers under way. What is not answered by then is settled by whoever
  /// delivers next.
  private static let patience = DispatchTimeInterval.seconds(2)

  private let workspace: Workspace
  private let mailbox: Mailbox
  private let submitter: Submitter?
  /// Why nothing is sent.
  private let held: String?
  private let task = Mutex<Task<Void, Never>?>(nil)
  /// As they were when they could be counted last.
  private let counts = Mutex(OutboxCounts())

  /// - Parameter transport: `nil` without a key.
  init(workspace: Workspace, mailbox: Mailbox, transport: (any FeedbackTransport)?) {
    self.workspace = workspace
    self.mailbox = mailbox
    if let transport {
      submitter = Submitter(database: workspace.database, transport: transport)
      held = nil
    } else {
      submitter = nil
      held = "LANGSMITH_API_KEY is not set, so nothing is sent"
    }
  }

  func start() {
    showCounts()
    guard let submitter else { return }
    task.withLock {
      $0 = Task {
        await submitter.run { [self] progress in
          show(DeliveryStatus(progress), progress.counts)
        } onTrouble: { error in
          show(error)
        }
      }
    }
  }

  /// What is to be delivered has changed.
  func noteChange() {
    showCounts()
    submitter?.wake()
  }

  /// Finishes what is being sent, unless that takes too long.
  func stop() {
    guard let task = task.withLock({ $0 }) else { return }
    task.cancel()
    submitter?.wake()
    let end = DispatchSemaphore(value: 0)
    Task {
      await task.value
      end.signal()
    }
    _ = end.wait(timeout: .now() + Self.patience)
  }

  private func showCounts() {
    do {
      let counts = try workspace.outboxCounts()
      show(DeliveryStatus(counts, held: held), counts)
    } catch {
      show(error)
    }
  }

  private func show(_ status: DeliveryStatus, _ counts: OutboxCounts) {
    self.counts.withLock { $0 = counts }
    mailbox.post(.deliveryChanged(status))
  }

  /// The workspace cannot be used for now; it is tried again.
  private func show(_ trouble: any Error) {
    let counts = counts.withLock(\.self)
    mailbox.post(.deliveryChanged(DeliveryStatus(counts, held: CommandFailure(trouble).message)))
  }
}

extension DeliveryStatus {
  fileprivate init(_ counts: OutboxCounts, held: String?) {
    self.init(
      delivered: counts.delivered, verified: counts.verified, waiting: counts.waiting, refused: counts.dead,
      held: held)
  }

  fileprivate init(_ progress: SubmissionProgress) {
    let held: String? = if case .parked(let reason) = progress.condition { reason } else { nil }
    self.init(progress.counts, held: held)
  }
}
