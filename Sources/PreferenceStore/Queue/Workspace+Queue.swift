import FeedbackSubmission
import Foundation
import GRDB
import Preference

/// Lists of comparisons.
extension Workspace {
  /// The ordinals of the comparisons in a rater's list, in its order.
  package func listing(_ filter: QueueFilter, rater: String) throws -> [Int] {
    var search = try self.search(filter, rater: rater)
    while try search.lookFurther() {}
    return try search.ordinals()
  }

  /// The same, step by step.
  package func search(_ filter: QueueFilter, rater: String) throws -> ListingSearch {
    try ListingSearch(filter, rater: rater, database: database)
  }

  /// What the list shows of some comparisons: of those on the screen, for each is read whole.
  package func queueEntries(_ ordinals: some Sequence<Int>, rater: String) throws -> [QueueEntry] {
    try database.read { db in
      let reader = try QueueEntryReader(rater: rater, db)
      return try ordinals.map(reader.entry)
    }
  }

  /// The first of some comparisons that is in a state now, which it may have left since a list was made.
  package func first(
    of ordinals: some Sequence<Int>, in state: QueueFilter.State, isUnjudged: Bool, rater: String
  ) throws -> Int? {
    try database.read { db in
      let check = try QueueStateCheck(rater: rater, db)
      return try ordinals.first { ordinal in
        guard try check.isComparison(ordinal, in: state) else { return false }
        return try !isUnjudged || check.isComparison(ordinal, in: .unjudged)
      }
    }
  }

  /// The comparison of that number or id, or else the only one whose id begins so.
  package func ordinal(named name: String) throws -> Int? {
    try database.read { db in
      if let number = Int(name), (1..<(try ComparisonTable.count(db)) + 1).contains(number) { return number }
      if let ordinal = try ComparisonTable.ordinal(of: name, db) { return ordinal }
      let sql = """
        SELECT ordinal FROM comparison WHERE id >= CAST(?1 AS TEXT) AND id < CAST(?1 || X'FF' AS TEXT) LIMIT 2
        """
      let found = try Int.fetchAll(db.cachedStatement(sql: sql), arguments: [Data(name.utf8)])
      return found.count == 1 ? found[0] : nil
    }
  }

  package func agreement() throws -> RaterAgreement { try database.read(Disagreement.agreement) }

  package func isFlagged(_ ordinal: Int, rater: String) throws -> Bool {
    try database.read { db in
      try Rater.fetch(rater, db).map { try FlagTable.holds(ordinal, raterID: $0.id, db) } ?? false
    }
  }

  /// Flags the comparison for the rater, or takes the flag away; tells whether it is flagged now.
  package func toggleFlag(_ ordinal: Int, rater: String) throws -> Bool {
    try database.write { db in
      _ = try ComparisonTable.fetchExisting(ordinal, db)
      return try FlagTable.toggle(ordinal, raterID: Rater.fetchMakingIfNew(rater, db).id, db)
    }
  }
}
