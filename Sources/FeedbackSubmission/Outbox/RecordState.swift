/// Where one feedback record stands: what the server should have, what it is known to have, and what comes
/// next.
///
/// A value without ids, texts or database. Edits (`RecordState+Edits.swift`) change what is desired; attempts
/// (`SubmissionPolicy`) change what is acknowledged.
struct RecordState: Equatable, Sendable {
  /// What the server should have.
  enum Desired: String, Sendable {
    case body
    case nothing
    /// Nothing, because a sibling was refused for good; the body is kept until a person decides.
    case heldBack
  }

  /// What is known of the record at the server.
  enum Presence: String, Sendable {
    /// No request was ever sent under this id.
    case untouched
    /// A request was sent; whether it was carried out is not known.
    case possible
    case present
    /// A `DELETE` was sent or is about to be. The id is never used for a body again.
    case deleted
  }

  enum Phase: String, Sendable {
    /// The server has what it should have.
    case synced
    /// They differ, and it can be sent now.
    case pending
    /// They differ; to be tried again at `due`.
    case backoff
    /// To be read back at `due`.
    case verify
    /// Refused for good; a person must look.
    case dead
  }

  var desired = Desired.body
  var desiredRevision = 1
  /// 0: nothing was acknowledged, or what was is gone.
  var acknowledgedRevision = 0
  var presence = Presence.untouched
  var phase = Phase.pending
  /// Not before this. Means something in the phases `backoff` and `verify`.
  var due = BootTime.distantPast
  /// What earlier attempts may still do.
  var unsettled: Unsettled?
  /// An attempt had no clean answer since the record was last read back: the next acknowledgement is not
  /// enough.
  var isUnproven = false
  /// It was edited while it was being sent.
  var isEditedInFlight = false
  /// Failures in a row that call for a longer pause each.
  var failures = 0
  /// Since when the server says that it does not know the run; microseconds since 1970.
  var missingSince: Int64?
  /// Why the record is dead, for a person.
  var reason: String?

  /// Whether there is anything left to do for it.
  var isOutstanding: Bool { phase != .synced && phase != .dead }

  /// Attempts that may have been carried out, or may be later.
  struct Unsettled: Equatable, Sendable {
    /// The revision that they would bring; 0 stands for several, or for one that is not known.
    var revision: Int
    /// When nothing of them can arrive any more.
    var until: BootTime
  }
}
