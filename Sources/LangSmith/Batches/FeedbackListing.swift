import FeedbackSubmission
import Foundation
import Identifiers

/// Records read back together: `GET /feedback` lists those of many runs, a hundred a page.
struct FeedbackListing {
  static let pageSize = 100

  private let wanted: [(id: UUID, run: UUID)]
  private var found: [UUID: ArraySlice<UInt8>] = [:]
  private(set) var offset = 0
  /// A page could not show all that it is of.
  private(set) var hasGaps = false

  /// - Returns: `nil` if a record is not about a run.
  init?(_ operations: [FeedbackOperation]) {
    var wanted: [(id: UUID, run: UUID)] = []
    for operation in operations {
      guard case .read(let id, let run?) = operation else { return nil }
      wanted.append((id, run))
    }
    self.wanted = wanted
  }

  /// Which records the next page is of.
  var filter: [QueryItems.Item] {
    Set(wanted.map(\.run)).map { QueryItems.Item(name: "run", value: $0.lowercaseString) }
  }

  var ids: [UUID] { wanted.map(\.id) }

  /// - Returns: Whether there may be another page with something that is still missing; `nil` if the page is no list
  ///   of records.
  mutating func take(_ page: FeedbackAnswer) -> Bool? {
    guard let elements = JSONElements(page.body[...]) else { return nil }
    var count = 0
    for element in elements {
      guard let members = JSONMembers(element) else { return nil }
      count += 1
      guard let id = members.first(where: { $0.key.elementsEqual("id".utf8) })?.value,
        let uuid = UUID(uuidString: String(decoding: id.dropFirst().dropLast(), as: UTF8.self))
      else { continue }
      found[uuid] = element
    }
    offset += count
    hasGaps = hasGaps || page.isCut
    return count >= Self.pageSize && wanted.contains { found[$0.id] == nil }
  }

  /// For each record what reading it alone would have brought.
  var outcomes: [FeedbackOutcome] {
    wanted.map { record in
      .answered(
        found[record.id].map { FeedbackAnswer(status: 200, body: Array($0)) } ?? FeedbackAnswer(status: 404))
    }
  }
}
