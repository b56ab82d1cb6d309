/// Where a group stands, as its records make it.
struct GroupState: Equatable, Sendable {
  enum Stage: String, Sendable {
    case waiting, delivered, dead
    /// The server should have nothing of the group, and has nothing.
    case withdrawn
  }

  let stage: Stage
  /// When the group is to be taken up again; `nil` if there is nothing to do.
  let due: BootTime?

  init(of records: [RecordState]) {
    due = records.lazy.filter(\.isOutstanding).map(\.due).min()
    if records.contains(where: { $0.phase == .dead }) {
      stage = .dead
    } else if due != nil {
      stage = .waiting
    } else {
      stage = records.contains { $0.desired == .body } ? .delivered : .withdrawn
    }
  }
}
