/// How the runs of a comparison differ: marks in each text, and places in them that stand for each other.
package struct RunDifference: Equatable, Sendable {
  /// A place in the pivot's text, and the place in another one that is the same there; both in bytes.
  package struct Anchor: Equatable, Sendable {
    package let pivot: Int
    package let other: Int
  }

  /// In the order of the request's texts.
  package internal(set) var marks: [[DifferenceMark]]
  /// For each text where it meets the pivot, ascending on both sides; empty for the pivot itself.
  package internal(set) var anchors: [[Anchor]]
  /// Where each text's blocks begin.
  package internal(set) var blocks: [[Int]]
  package internal(set) var summary: DifferenceSummary
  /// Told with the last answer only.
  var unseen = UnseenDifference.none
}

/// What is to be compared.
package struct DifferenceRequest: Equatable, Sendable {
  /// Tells the answer from that to an earlier request.
  package let number: Int
  /// UTF-8, in the order of the columns.
  package let texts: [[UInt8]]
  /// The text that all others are held against.
  package let pivot: Int
  package let aid: ReadingAid
  /// Where each text is read, in bytes: of long texts, what stands there is compared first.
  package let places: [Int]

  /// - Parameter places: Without one, a text is read from its beginning.
  package init(
    number: Int = 0, texts: [[UInt8]], pivot: Int = 0, aid: ReadingAid = .auto, places: [Int] = []
  ) {
    self.number = number
    self.texts = texts
    self.pivot = pivot
    self.aid = aid
    self.places = texts.indices.map { $0 < places.count ? places[$0] : 0 }
  }
}
