import Testing

@testable import LabelingUI

@Suite("Corresponding places")
struct CorrespondingPlacesTests {
  typealias Anchor = RunDifference.Anchor

  @Test(arguments: [
    (0, 0), (5, 10), (10, 20), (15, 20), (20, 20), (30, 60), (40, 100), (50, 150), (60, 150),
  ])
  func `a place between known ones is found in proportion`(pivot: Int, other: Int) {
    let anchors = [Anchor(pivot: 10, other: 20), Anchor(pivot: 20, other: 20), Anchor(pivot: 40, other: 100)]
    let places = CorrespondingPlaces(anchors, pivotCount: 50, otherCount: 150)
    #expect(places.other(of: pivot) == other)
  }

  @Test func `from either side the same places stand for each other`() {
    let anchors = (1...100).map { Anchor(pivot: $0 * 7, other: $0 * 14) }
    let places = CorrespondingPlaces(anchors, pivotCount: 800, otherCount: 1_600)
    for pivot in 0...800 { #expect(places.pivot(of: places.other(of: pivot)) == pivot) }
  }

  @Test func `without anchors the ends stand for each other, and an empty text has one place`() {
    let places = CorrespondingPlaces([], pivotCount: 0, otherCount: 9)
    #expect(places.other(of: 0) == 9)
    #expect(places.pivot(of: 4) == 0)
  }

  @Test(arguments: [
    ("one two three", "one 2 three", 9, 7), ("one two three", "one 2 three", 2, 2), ("abc", "xabc", 1, 2),
    ("aaa", "aa", 3, 2), ("same", "same", 2, 2), ("", "new", 0, 3),
  ])
  func `what was edited is passed over from both ends`(old: String, new: String, from: Int, to: Int) {
    #expect(CorrespondingPlaces(pivot: Array(old.utf8), other: Array(new.utf8)).other(of: from) == to)
  }
}
