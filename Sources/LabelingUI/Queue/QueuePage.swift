import Preference

/// A part of a list on its way from the workspace.
package struct QueueRequest: Equatable, Sendable {
  /// Counts the requests of a session: the answer to an earlier one comes too late.
  package let number: Int
  package let filter: QueueFilter
  /// Whether the list is to be made anew, or may be the one that was made for this filter last.
  package let isFresh: Bool
  /// The comparison that the rater stands on, to be found in the list.
  package let comparison: Int
  /// The position in the list from which on entries are wanted; `nil` for those around the comparison.
  package let start: Int?
  package let count: Int
}

/// Some entries of a list that may be very long.
package struct QueuePage: Equatable, Sendable {
  package let number: Int
  /// How many comparisons are in the list, as far as it is known.
  package let total: Int
  /// Where the comparison that the rater stands on is in it, or where it would be.
  package let position: Int
  package let start: Int
  package let entries: [QueueEntry]
  /// How much was looked through, while more of the list is still to come.
  package let percentSearched: Int?

  package init(
    number: Int, total: Int, position: Int, start: Int, entries: [QueueEntry], percentSearched: Int? = nil
  ) {
    self.number = number
    self.total = total
    self.position = position
    self.start = start
    self.entries = entries
    self.percentSearched = percentSearched
  }
}

/// A way through a list, from one comparison to another.
package struct QueueStep: Equatable, Sendable {
  package enum Target: String, CaseIterable, Sendable {
    case next, previous, nextUnjudged
  }

  package let filter: QueueFilter
  package let target: Target
  /// Where the way begins.
  package let number: Int

  package init(filter: QueueFilter, target: Target, number: Int) {
    self.filter = filter
    self.target = target
    self.number = number
  }
}
