import Foundation

/// What one sender has taken to send, and what it needs to know besides.
struct Claim: Sendable {
  var groups: [ClaimedGroup] = []
  var admission: EndpointState.Admission
  var parked: String?
  var trouble: String?
  /// When the next group comes due; `nil` if nothing is outstanding.
  var nextDue: BootTime?

  /// When there will be something to do again; `nil` if nothing is outstanding.
  var nextAction: BootTime? {
    guard case .closed(let opens) = admission else { return nextDue }
    return nextDue.map { max($0, opens) }
  }

  /// What a person is told while nothing was there to take.
  var condition: SubmissionProgress.Condition {
    guard nextDue != nil else { return .delivering }
    return parked.map { .parked(reason: $0) } ?? .waiting(reason: trouble)
  }
}

/// A whole group: its records are sent by one sender, under one lease.
struct ClaimedGroup: Sendable {
  let seq: Int64
  /// 128 random bits. A result counts only while the group still bears them.
  let token: UUID
  let leaseEnd: BootTime
  let records: [ClaimedRecord]
  /// All of the group when it was taken, in the order in which they were put in. That holds until the group is edited.
  var known: [OutboxRecord] = []
}

struct ClaimedRecord: Equatable, Sendable {
  let seq: Int64
  let id: UUID
  let attempt: Attempt
  let operation: FeedbackOperation
  /// What an update is made of; a creation has it in its body.
  let content: FeedbackContent?

  /// Of what is sent; `nil` if nothing is.
  var digest: Int64? {
    if case .create(_, let body) = operation { return FeedbackBody.content(ofCreation: body).digest }
    return content?.digest
  }
}

/// What came of the records of a group that were tried.
struct GroupResult: Sendable {
  let group: ClaimedGroup
  var outcomes: [RecordOutcome] = []
}

struct RecordOutcome: Sendable {
  let record: ClaimedRecord
  let outcome: FeedbackOutcome
  /// What the outcome means, where that is the same for all records of a request.
  var reading: Reading?
  /// Whether it says something about the endpoint. Of the records of one request, one does.
  var isCounted = true
  let now: BootTime
  /// Microseconds since 1970.
  let wallTime: Int64
  let jitter: Double
}

/// What entering results has brought.
struct Recorded: Sendable {
  let endpoint: EndpointState
  /// Groups of which nothing is left to do.
  let endedGroups: Int
}
