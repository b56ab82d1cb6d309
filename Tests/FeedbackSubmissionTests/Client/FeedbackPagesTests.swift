import Foundation
import StrictJSON
import Testing

@testable import FeedbackSubmission

@Suite struct FeedbackPagesTests {
  private func page(_ numbers: Range<Int>) throws -> [StoredFeedback] {
    try numbers.map { try StoredFeedback(["id": .string(UUID.run($0).uuidString), "key": "k"]) }
  }

  private func query(runs: Int = 0, limit: Int? = nil) -> FeedbackQuery {
    var query = FeedbackQuery(runIDs: (0..<runs).map { UUID.run($0) })
    query.limit = limit
    return query
  }

  @Test func `Full pages lead to another, a shorter one ends the list`() throws {
    var pages = FeedbackPages(query())
    #expect(pages.next == .init(query: query(), limit: 100, offset: 0))
    #expect(try pages.receive(page(0..<100)).count == 100)
    #expect(pages.next == .init(query: query(), limit: 100, offset: 100))
    #expect(try pages.receive(page(100..<130)).count == 30)
    #expect(pages.next == nil)
  }

  @Test func `An empty page ends the list`() {
    var pages = FeedbackPages(query())
    #expect(pages.receive([]).isEmpty)
    #expect(pages.next == nil)
  }

  @Test func `No more is given than was asked for`() throws {
    var pages = FeedbackPages(query(limit: 150))
    #expect(try pages.receive(page(0..<100)).count == 100)
    #expect(try pages.receive(page(100..<200)).count == 50)
    #expect(pages.next == nil)
    var one = FeedbackPages(query(limit: 3))
    #expect(one.next?.limit == 3)
    #expect(try one.receive(page(0..<5)).count == 3)
    #expect(one.next == nil)
  }

  @Test func `A server that takes no notice of the offset is asked twice`() throws {
    var pages = FeedbackPages(query())
    _ = try pages.receive(page(0..<100))
    #expect(try pages.receive(page(0..<100)).isEmpty)
    #expect(pages.next == nil)
  }

  @Test func `Many runs are asked for fifty at a time`() throws {
    var pages = FeedbackPages(query(runs: 120))
    var asked: [Int] = []
    while let next = pages.next {
      asked.append(next.query.runIDs.count)
      #expect(next.offset == 0)
      #expect(try pages.receive(page(0..<2)).count == 2)
    }
    #expect(asked == [50, 50, 20])
  }
}
