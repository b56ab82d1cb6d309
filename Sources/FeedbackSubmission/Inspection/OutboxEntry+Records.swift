import Foundation

extension OutboxEntry {
  /// What all groups of an outbox have in common at one moment.
  struct Surroundings {
    let endpoint: OutboxEndpoint?
    let now: BootTime

    /// Times of before the machine's last start say nothing.
    func pause(until due: BootTime?) -> Duration? {
      guard endpoint?.boot == LeaseOwner.bootID, let due, due > now else { return nil }
      return due - now
    }
  }

  init(_ row: OutboxEntryRow, _ records: [OutboxRecord], _ surroundings: Surroundings) {
    let sender = row.sender.flatMap { $0.isGone ? nil : $0 }
    let parked = surroundings.endpoint?.state.parked
    id = row.id
    seq = row.seq
    verifiedAt = row.verifiedAt.map(Date.init(microsecondsSince1970:))
    senderID = sender?.processID
    trouble = row.stage == .waiting ? parked ?? surroundings.endpoint?.state.trouble : nil
    self.records = records.map { Record($0, isSending: sender != nil, surroundings) }
    let isOutstanding = row.stage == .waiting
    state =
      switch row.stage {
      case .dead: .dead
      case .delivered: .delivered
      case .withdrawn: .withdrawn
      case .waiting where sender != nil: .sending
      case .waiting where parked != nil: .parked
      case .waiting: Self.state(ofWaiting: records.map(\.state))
      }
    pause = isOutstanding && sender == nil ? surroundings.pause(until: row.due) : nil
  }

  private static func state(ofWaiting records: [RecordState]) -> State {
    let phases = records.map(\.phase)
    if phases.contains(.pending) { return .waiting }
    return phases.contains(.backoff) ? .backoff : .verify
  }
}

extension OutboxEntry.Record {
  init(_ record: OutboxRecord, isSending: Bool, _ surroundings: OutboxEntry.Surroundings) {
    let state = record.state
    self.init(
      id: record.id, target: record.target, key: record.key,
      state: .init(state, isSending: isSending), isWanted: state.desired == .body,
      presence: .init(state.presence), nextOperation: state.nextAttempt?.operation.method,
      createdAt: Date(microsecondsSince1970: record.createdAt),
      modifiedAt: Date(microsecondsSince1970: record.modifiedAt),
      revision: state.desiredRevision, acknowledgedRevision: state.acknowledgedRevision,
      failures: state.failures,
      pause: state.isOutstanding ? surroundings.pause(until: state.due) : nil,
      missingSince: state.missingSince.map(Date.init(microsecondsSince1970:)), reason: state.reason,
      epoch: record.epoch, seq: record.seq)
  }
}

extension OutboxEntry.State {
  fileprivate init(_ record: RecordState, isSending: Bool) {
    self =
      switch (record.phase, record.desired) {
      case (.dead, _): .dead
      case (.synced, .body): .delivered
      case (.synced, .heldBack): .heldBack
      case (.synced, .nothing): .withdrawn
      case _ where isSending: .sending
      case (.pending, _): .waiting
      case (.backoff, _): .backoff
      case (.verify, _): .verify
      }
  }
}

extension OutboxEntry.Presence {
  fileprivate init(_ presence: RecordState.Presence) {
    self =
      switch presence {
      case .untouched: .absent
      case .possible: .perhaps
      case .present: .present
      case .deleted: .deleted
      }
  }
}

extension Attempt.Operation {
  var method: String {
    switch self {
    case .create: "POST"
    case .update: "PATCH"
    case .delete: "DELETE"
    case .read: "GET"
    }
  }
}

extension Date {
  package init(microsecondsSince1970 microseconds: Int64) {
    self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000)
  }
}
