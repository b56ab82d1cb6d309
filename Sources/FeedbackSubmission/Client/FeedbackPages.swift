import Foundation

/// Which page of a list of feedback to ask for: that follows from the pages before.
struct FeedbackPages {
  struct Page: Equatable {
    let query: FeedbackQuery
    let limit: Int
    let offset: Int
  }

  /// No server gives more at a time.
  static let longestPage = 100

  private var parts: ArraySlice<FeedbackQuery>
  private var offset = 0
  private var left: Int
  private var first: UUID?
  private let pageSize: Int

  init(_ query: FeedbackQuery) {
    parts = query.parts[...]
    left = query.limit ?? .max
    pageSize = min(left, Self.longestPage)
  }

  /// `nil` when the list has ended.
  var next: Page? {
    guard left > 0, let query = parts.first else { return nil }
    return Page(query: query, limit: pageSize, offset: offset)
  }

  /// Takes the page that `next` asked for, and returns what of it belongs to the list.
  mutating func receive(_ page: [StoredFeedback]) -> ArraySlice<StoredFeedback> {
    // A server that takes no notice of the offset would give the same page for ever.
    let isRepeated = !page.isEmpty && page.first?.id == first
    first = page.first?.id
    offset += page.count
    if isRepeated || page.count < pageSize { startNextPart() }
    guard !isRepeated else { return [] }
    defer { left -= min(left, page.count) }
    return page.prefix(left)
  }

  private mutating func startNextPart() {
    parts.removeFirst()
    (offset, first) = (0, nil)
  }
}
