import Foundation

/// What all who deliver from one outbox know of the server together: whether to leave it alone, and till
/// when.
struct EndpointState: Equatable, Sendable {
  /// Failures of the endpoint, not of single records, in a row.
  var failures = 0
  /// What the last of them was, for a person.
  var trouble: String?
  /// How often in a row the breaker has opened; each time it stays open longer.
  var openings = 0
  /// When the minute began by which the server counts requests: with the first request after the one before.
  var windowStart: BootTime?
  /// The server asked to be left alone till then.
  var heldUntil = BootTime.distantPast
  /// Set while the breaker is open: then one request is tried.
  var probeAt: BootTime?
  /// Whether that request is under way.
  var isProbing = false
  /// Why what waits is not delivered until a person acts, in words for that person.
  var parked: String?
  /// Records refused for good since one was accepted.
  var refusals = 0
  /// A record that was forbidden, while it is open whether only that one is.
  var forbidden: UUID?
  /// Whether another record was accepted after that.
  var acceptsOthers = false

  enum Admission: Equatable {
    case open
    /// One request, to find out.
    case probe
    case closed(until: BootTime)
  }

  func admission(at now: BootTime) -> Admission {
    let opens = max(heldUntil, probeAt ?? .distantPast)
    if now < opens { return .closed(until: opens) }
    return probeAt == nil ? .open : .probe
  }

  /// Leaves the field to the one who probes, for as long as that may take.
  mutating func startProbe(until time: BootTime) {
    probeAt = time
    isProbing = true
  }

  mutating func close(until time: BootTime) {
    probeAt = time
    isProbing = false
  }

  mutating func park(_ reason: String, until time: BootTime) {
    parked = reason
    close(until: time)
  }

  /// Somebody starts to deliver: whatever was wrong may have been put right. What the server asked for stands, and
  /// which record it forbade: whether only that one shows when another one is taken, also in a later delivery.
  mutating func restart() {
    failures = 0
    refusals = 0
    acceptsOthers = false
    parked = nil
    if probeAt != nil { close(until: .distantPast) }
  }

  /// The machine was started anew, so times of before mean nothing any more.
  mutating func startMachine() {
    windowStart = nil
    heldUntil = .distantPast
    if probeAt != nil { close(until: .distantPast) }
  }

  /// The server answered as one that works.
  mutating func answered() {
    failures = 0
    trouble = nil
    openings = 0
    probeAt = nil
    isProbing = false
    parked = nil
  }

  mutating func accepted(_ id: UUID) {
    answered()
    refusals = 0
    if forbidden == id { forbidden = nil } else { acceptsOthers = true }
  }

  /// A request goes out: perhaps it is the first of a minute.
  ///
  /// - Returns: Whether it is.
  mutating func openWindow(at now: BootTime, lasting duration: Duration) -> Bool {
    guard windowStart.map({ $0 + duration <= now }) ?? true else { return false }
    windowStart = now
    return true
  }

  mutating func hold(until time: BootTime) {
    heldUntil = max(heldUntil, time)
  }
}
