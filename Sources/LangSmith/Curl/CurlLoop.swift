import CCurl

/// The transfers under way, on the thread to which all of libcurl's handles belong.
struct CurlLoop {
  private let multi: UnsafeMutableRawPointer
  private let configuration: CurlConfiguration
  private let headers: CurlHeaders
  private var active: [UnsafeMutableRawPointer: CurlTransfer] = [:]
  /// To be used again.
  private var idle: [CurlTransfer] = []
  private var isAbandoned = false

  private static let idleLimit = 32
  /// Connections that are kept. By itself libcurl keeps four for each request under way, and so closes most of them
  /// whenever there is little to do.
  private static let connectionLimit = 64
  private static let longestWait: Int32 = 60_000

  init(multi: UnsafeMutableRawPointer, configuration: CurlConfiguration) {
    self.multi = multi
    self.configuration = configuration
    headers = CurlHeaders(configuration)
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.connectionLimit)
  }

  mutating func start(_ job: CurlEngine.Job) {
    guard !isAbandoned else { return job.completion(.failure(.abandoned(isSent: false))) }
    guard job.timeLeft > .zero else {
      return job.completion(.failure(HTTPFailure(kind: .unreachable, reason: "no time was left to send it")))
    }
    guard let transfer = idle.popLast() ?? CurlTransfer(configuration) else {
      return job.completion(.failure(HTTPFailure(kind: .unreachable, reason: "libcurl has no memory left")))
    }
    transfer.begin(job, headers)
    active[transfer.easy] = transfer
    ccurl_multi_add(multi, transfer.easy)
  }

  /// Moves what can be moved, and ends what has ended.
  ///
  /// - Returns: Whether anything has.
  mutating func advance() -> Bool {
    ccurl_multi_perform(multi)
    var code = CURLE_OK
    var hasEnded = false
    while let easy = ccurl_multi_next_done(multi, &code) {
      end(easy, code)
      hasEnded = true
    }
    return hasEnded
  }

  /// Waits for something to move, or to be woken.
  func wait() {
    ccurl_multi_poll(multi, Self.longestWait)
  }

  /// Ends what is under way, and whatever comes.
  mutating func abandon() {
    isAbandoned = true
    for transfer in active.values {
      ccurl_multi_remove(multi, transfer.easy)
      transfer.abandon()
    }
    active = [:]
  }

  mutating func close() {
    idle = []
    ccurl_multi_cleanup(multi)
    headers.free()
  }

  private mutating func end(_ easy: UnsafeMutableRawPointer, _ code: CURLcode) {
    ccurl_multi_remove(multi, easy)
    guard let transfer = active.removeValue(forKey: easy) else { return }
    transfer.end(code)
    if idle.count < Self.idleLimit { idle.append(transfer) }
  }
}
