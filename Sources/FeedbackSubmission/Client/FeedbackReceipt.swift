import Foundation

/// What comes back for feedback that was kept: it is on the disk, and will be delivered.
public struct FeedbackReceipt: Sendable, Hashable, Identifiable {
  /// Of the feedback record, here and at the server.
  public let id: UUID

  public init(id: UUID) {
    self.id = id
  }
}
