/// How long to wait, and when to give up. Every rule about retries is in this value and its extensions.
struct SubmissionPolicy: Equatable, Sendable {
  /// How long an operation can take at most. The transport has the same.
  var requestDeadline = Duration.seconds(30)
  /// How much longer than that a request may still be on its way.
  var lateArrivalGrace = Duration.seconds(30)
  /// Pauses grow from the first, twofold, to the longest. Full jitter: anything from none to that.
  var firstPause = Duration.seconds(1)
  var longestPause = Duration.seconds(300)
  /// So many failures in a row open the breaker: few when nobody can be reached, more when the server answers, or
  /// hangs up. One that fails every third time at random is slow, not down.
  var unreachableThreshold = 5
  var failingThreshold = 20
  /// So many failures of a record are taken for those of a server that fails at random.
  var excusedFailures = 8
  var firstOpening = Duration.seconds(15)
  /// How long an endpoint rests that needs a person.
  var parkedPause = Duration.seconds(900)
  var longestRetryAfter = Duration.seconds(3600)
  /// The server counts requests by minutes from the first.
  var rateLimitPause = Duration.seconds(60)
  /// How long a run may be unknown to the server, which takes runs in later than feedback.
  var missingRunPatience = Duration.seconds(24 * 3600)
  /// And so often it is tried at least: the clock on the wall may jump.
  var missingRunAttempts = 10
  /// So often a record that alone is there is forbidden before a person is told.
  var forbiddenPatience = 5
  /// So many refused in a row are no accident.
  var refusalLimit = 20
  /// Whether the siblings of a refused record are taken back.
  var rollsBack = true
  /// Requests at a time.
  var concurrency = 16
  /// So many records at least are taken at a time, for the flush that it costs. Those that cannot be sent in time are
  /// given back.
  var smallestClaim = 512
  /// How soon after it was taken in without proof a record is first looked for.
  var firstProof = Duration.milliseconds(200)
  /// So often it is looked for, at growing intervals, before it is sent again.
  var proofAttempts = 6

  /// Records taken at a time: with what `refillMark` leaves, enough to keep all requests busy while the next are taken.
  func claimLimit(_ batching: FeedbackBatching) -> Int {
    max(concurrency * batching.creationLimit / 2, smallestClaim)
  }

  /// More is taken when fewer requests than so many are left to be started.
  func refillMark(_ batching: FeedbackBatching) -> Int {
    max(concurrency, claimLimit(batching) / max(batching.creationLimit, 1) / 2)
  }

  var leaseDuration: Duration { requestDeadline * 2 + lateArrivalGrace }
  /// After which an attempt can no longer land.
  var settlingTime: Duration { requestDeadline + lateArrivalGrace }

  /// `random(0, min(longest, first · 2^(failures − 1)))`: for 1, 2, 3 failures up to 1, 2, 4 s, from 10 on up to 300 s.
  ///
  /// - Parameter jitter: From 0 up to 1.
  func pause(afterFailures failures: Int, jitter: Double) -> Duration {
    let doublings = Double(1 << min(max(failures - 1, 0), 30))
    return min(longestPause, firstPause * doublings) * jitter
  }

  /// How long the breaker stays open: 15 to 30 s, twice that with each opening, at most 5 minutes.
  func opening(number: Int, jitter: Double) -> Duration {
    min(longestPause, firstOpening * (1 + jitter) * Double(1 << min(number, 30)))
  }
}
