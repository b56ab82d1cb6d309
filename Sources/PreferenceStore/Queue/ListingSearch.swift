import FeedbackSubmission
import Preference

/// A rater's list on its way. Its words are looked for in one stretch of comparisons after the other, each a short read: so
/// judgments and deliveries never wait for a search, and whoever waits for the list can be told how far it is, or give it up.
package struct ListingSearch {
  /// Some milliseconds, unless prompts are very long.
  static let stretch = 2000

  private let filter: QueueFilter
  private let rater: String
  private let database: DurableDatabase
  private let words: SearchWords?
  /// Those in the filter's state, ascending.
  private let candidates: [Int]
  /// How many of them were looked at.
  private var looked = 0
  private var found: [Int] = []

  init(_ filter: QueueFilter, rater: String, database: DurableDatabase) throws {
    self.filter = filter
    self.rater = rater
    self.database = database
    words = SearchWords(filter.text)
    candidates = try database.read { db in
      try QueueListing(db: db, raterID: Rater.fetch(rater, db)?.id).ordinals(in: filter.state)
    }
  }

  /// From 0 to 1.
  package var share: Double {
    words == nil || candidates.isEmpty ? 1 : Double(looked) / Double(candidates.count)
  }

  /// - Returns: Whether there is more to look at.
  package mutating func lookFurther() throws -> Bool {
    guard let words, looked < candidates.count else { return false }
    let start = candidates[looked]
    let range = start...start + Self.stretch - 1
    let passing = candidates[looked...].prefix(Self.stretch).prefix { range.contains($0) }
    looked = passing.endIndex
    let matching = try database.read { try SearchLine.ordinals(with: words, in: range, $0) }
    found += passing.common(with: matching)
    return looked < candidates.count
  }

  /// What was found so far, in the list's order.
  package func ordinals() throws -> [Int] {
    let ordinals = words == nil ? candidates : found
    guard filter.order != .number else { return ordinals }
    return try database.read { db in
      try QueueListing(db: db, raterID: Rater.fetch(rater, db)?.id).sorted(ordinals, by: filter.order)
    }
  }
}

extension ArraySlice<Int> {
  /// What both hold; both ascend.
  fileprivate func common(with other: [Int]) -> [Int] {
    var result: [Int] = []
    var index = other.startIndex
    for value in self {
      while index < other.endIndex, other[index] < value { index += 1 }
      guard index < other.endIndex else { break }
      if other[index] == value { result.append(value) }
    }
    return result
  }
}
