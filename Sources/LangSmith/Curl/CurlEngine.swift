import CCurl
import Foundation
import Synchronization

/// Hands requests to the thread that serves them. Tasks may run there too: what prepares requests and looks at answers
/// then waits for no other thread.
final class CurlEngine: Sendable {
  /// Belongs to the loop's thread. Others only wake it, which libcurl allows, under the lock and before it is
  /// stopped.
  nonisolated(unsafe) private let multi: UnsafeMutableRawPointer
  private let configuration: CurlConfiguration
  private let inbox = Mutex(Inbox())

  struct Job: Sendable {
    let request: HTTPRequest
    /// Counted from the call: a process that was stopped in between must not send what others have sent since.
    let deadline: ContinuousClock.Instant
    let completion: @Sendable (Result<HTTPResponse, HTTPFailure>) -> Void

    var timeLeft: Duration { ContinuousClock.now.duration(to: deadline) }
  }

  private struct Inbox {
    var tasks: [UnownedJob] = []
    var jobs: [Job] = []
    var isStopped = false
    var isAbandoned = false
    /// Whether the loop looks here before it waits again; waking it costs a system call.
    var isAwake = true

    var isEmpty: Bool { tasks.isEmpty && jobs.isEmpty && !isStopped && !isAbandoned }
  }

  /// - Throws: `HTTPFailure` if libcurl cannot be had.
  init(_ configuration: CurlConfiguration) throws(HTTPFailure) {
    if let reason = ccurl_load() { throw HTTPFailure(kind: .untrusted, reason: String(cString: reason)) }
    guard let multi = ccurl_multi_init() else {
      throw HTTPFailure(kind: .unreachable, reason: "libcurl has no memory left")
    }
    self.multi = multi
    self.configuration = configuration
  }

  func enqueue(_ job: Job) {
    post { $0.jobs.append(job) }
  }

  /// Ends what is under way; what comes later ends at once.
  func abandon() {
    post { $0.isAbandoned = true }
  }

  /// To be called once, when nothing is under way any more.
  func stop() {
    post { $0.isStopped = true }
  }

  private func post(_ change: (inout Inbox) -> Void) {
    inbox.withLock { inbox in
      change(&inbox)
      guard !inbox.isAwake else { return }
      inbox.isAwake = true
      ccurl_multi_wakeup(multi)
    }
  }

  /// Serves until it is stopped. The calling thread is used up by it.
  func run() {
    Self.blockSignals()
    var loop = CurlLoop(multi: multi, configuration: configuration)
    while true {
      let mail = takeMail()
      for task in mail.tasks { task.runSynchronously(on: asUnownedTaskExecutor()) }
      if mail.isAbandoned { loop.abandon() }
      for job in mail.jobs { loop.start(job) }
      if mail.isStopped && mail.tasks.isEmpty { break }
      if !loop.advance() && fallAsleep() { loop.wait() }
    }
    loop.close()
  }

  private func takeMail() -> Inbox {
    inbox.withLock { inbox in
      defer { inbox = Inbox(isStopped: inbox.isStopped) }
      return inbox
    }
  }

  /// - Returns: Whether nothing has come in meanwhile.
  private func fallAsleep() -> Bool {
    inbox.withLock { inbox in
      inbox.isAwake = !inbox.isEmpty
      return !inbox.isAwake
    }
  }

  /// The program's handlers run on its own threads; and TLS libraries write to closed sockets, which would
  /// end it.
  private static func blockSignals() {
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
  }
}

extension CurlEngine: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let task = UnownedJob(job)
    post { $0.tasks.append(task) }
  }
}
