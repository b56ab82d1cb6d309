import Dispatch
import Synchronization

/// Work on a thread of its own of which only the newest matters: a newer request ends the one before.
final class NewestWorker<Request: Sendable>: Sendable {
  typealias Work = @Sendable (Request, _ isWanted: @escaping @Sendable () -> Bool) -> Void

  private let newest = Atomic(0)
  private let queue: DispatchQueue
  private let work: Work

  /// - Parameter work: Asks now and then whether it is still wanted, and comes to an end if it is not.
  init(_ name: String, work: @escaping Work) {
    queue = DispatchQueue(label: "podium.\(name)", qos: .userInitiated)
    self.work = work
  }

  func perform(_ request: Request, number: Int) {
    newest.store(number, ordering: .relaxed)
    queue.async { [self] in
      guard isNewest(number) else { return }
      work(request) { [self] in isNewest(number) }
    }
  }

  /// Gives up what is under way.
  func cancel() { newest.store(-1, ordering: .relaxed) }

  private func isNewest(_ number: Int) -> Bool { newest.load(ordering: .relaxed) == number }
}
