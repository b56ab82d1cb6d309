import CCurl
import Foundation
import Synchronization

/// Hands requests to the thread that serves them.
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
    var jobs: [Job] = []
    var isStopped = false
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
    inbox.withLock { inbox in
      inbox.jobs.append(job)
      ccurl_multi_wakeup(multi)
    }
  }

  /// To be called once, when nothing is under way any more.
  func stop() {
    inbox.withLock { inbox in
      inbox.isStopped = true
      ccurl_multi_wakeup(multi)
    }
  }

  /// Serves until it is stopped. The calling thread is used up by it.
  func run() {
    Self.blockSignals()
    var loop = CurlLoop(multi: multi, configuration: configuration)
    while true {
      let (jobs, isStopped) = inbox.withLock { inbox in
        defer { inbox.jobs = [] }
        return (inbox.jobs, inbox.isStopped)
      }
      if isStopped { break }
      for job in jobs { loop.start(job) }
      loop.advance()
    }
    loop.close()
  }

  /// The program's handlers run on its own threads; and TLS libraries write to closed sockets, which would
  /// end it.
  private static func blockSignals() {
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
  }
}
