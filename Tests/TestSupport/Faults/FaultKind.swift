/// A way in which a server, or what stands before it, misbehaves.
package enum FaultKind: String, CaseIterable, Sendable {
  case nothing
  case internalError = "500"
  case gatewayErrors = "502, 503, 504"
  case unavailableForASecond = "503, Retry-After: 1"
  case outage
  case tooMany = "429"
  case tooManyForASecond = "429, Retry-After: 1"
  case tooManyUntilADate = "429, Retry-After: a date"
  case tooManyForRubbish = "429, Retry-After: rubbish"
  case tooManyForLessThanNothing = "429, Retry-After: -5"
  case tooManyForADay = "429, Retry-After: a day"
  case requestTimeout = "408"
  case tooEarly = "425"
  case resetBefore = "reset before it is stored"
  case resetAfter = "reset after it is stored"
  case answerCut = "answer cut short"
  case silenceBefore = "silence, not stored"
  case silenceAfter = "silence, stored"
  case drip = "a byte at a time"
  case endlessBody = "endless body"
  case hugeHeader = "huge header"
  case garbage
  case loginPage = "login page with 200"
  case redirects
  case unauthorized = "401 for a while"
  case forbidden = "403 for a while"
  case forbiddenRecords = "403 for some records"
  case noBatches = "404 for batches"
  case unknownRuns = "404 for runs, at first"
  case conflictSame = "409, stored"
  case conflictOther = "409, other content"
  case tooLarge = "413"
  case poison = "422 for some records"
  case flood = "422 for all, for a while"
  case late = "late requests"
  case batchHalfStored = "half a batch stored"
  case batchNeverStored = "202, never stored"
  case batchStoredLate = "202, stored later"
  case everything = "all of it"

  /// Whether it can happen to a server that takes batches.
  package var hitsBatches: Bool { self != .unknownRuns }

  /// Whether it can happen to a server that takes none.
  package var hitsSingles: Bool {
    switch self {
    case .noBatches, .batchHalfStored, .batchNeverStored, .batchStoredLate: false
    default: true
    }
  }

  /// It hits requests from the first on, and then is over.
  var isPhase: Bool {
    switch self {
    case .outage, .redirects, .unauthorized, .forbidden, .flood: true
    default: false
    }
  }

  /// Each time costs a while, so that it must not happen often.
  var isSlow: Bool {
    switch self {
    case .unavailableForASecond, .tooManyForASecond, .tooManyUntilADate, .tooManyForADay, .silenceBefore,
      .silenceAfter, .drip:
      true
    default: false
    }
  }

  /// What comes at random when everything comes.
  static let sporadic = allCases.filter { kind in
    !kind.isPhase && !kind.isSlow && !FaultRules.kinds.contains(kind) && kind != .everything
      && kind != .nothing
  }
}
