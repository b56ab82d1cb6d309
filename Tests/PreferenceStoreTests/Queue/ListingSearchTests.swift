import Preference
import Testing

@testable import PreferenceStore

@Suite("Looking for a list's comparisons")
struct ListingSearchTests {
  /// Every hundredth has the word.
  private static func workspace(of count: Int) throws -> TestWorkspace {
    try TestWorkspace(
      (1...count).map { number in
        Comparison(
          id: "c\(number)", prompt: .text(number % 100 == 0 ? "sky \(number)" : "sea"),
          candidates: Comparison.sample("x").candidates)
      })
  }

  @Test func `it goes on in short reads, and what it has so far is the beginning of the list`() throws {
    let count = 2 * ListingSearch.stretch + 500
    let test = try Self.workspace(of: count)
    let expected = Array(stride(from: 100, through: count, by: 100))
    var search = try test.workspace.search(QueueFilter(text: "SKY"), rater: "ada")
    var shares = [search.share]
    while try search.lookFurther() {
      shares.append(search.share)
      #expect(expected.starts(with: try search.ordinals()))
    }
    #expect(shares.count == 3 && shares == shares.sorted() && shares[0] == 0)
    #expect(search.share == 1)
    #expect(try search.ordinals() == expected)
    #expect(try test.workspace.listing(QueueFilter(text: "sky"), rater: "ada") == expected)
  }

  @Test func `comparisons that are not in the state are passed over`() throws {
    let test = try Self.workspace(of: ListingSearch.stretch + 200)
    for number in [100, 150, ListingSearch.stretch + 100] { try test.judge(number) }
    let filter = QueueFilter(state: .judged, text: "sky")
    #expect(try test.workspace.listing(filter, rater: "ada") == [100, ListingSearch.stretch + 100])
    #expect(try test.workspace.listing(QueueFilter(state: .judged, text: "150"), rater: "ada") == [150])
  }

  @Test func `without words there is nothing to look at`() throws {
    let test = try Self.workspace(of: 3)
    var search = try test.workspace.search(QueueFilter(), rater: "ada")
    #expect(search.share == 1)
    #expect(try !search.lookFurther())
    #expect(try search.ordinals() == [1, 2, 3])
  }
}
