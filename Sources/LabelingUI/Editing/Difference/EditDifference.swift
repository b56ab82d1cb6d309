/// What is to be compared while somebody writes.
package struct EditDifferenceRequest: Equatable, Sendable {
  /// Tells the answer from that to an earlier request.
  package let number: Int
  let original: TextRope
  let edited: TextRope
}

/// How an edited text differs from the original.
package struct EditDifference: Equatable, Sendable {
  let originalMarks: [DifferenceMark]
  let editedMarks: [DifferenceMark]
  /// Places that stand for each other; the pivot is the original.
  let anchors: [RunDifference.Anchor]
  let distance: EditDistance
  let originalCharacters: Int
  let editedCharacters: Int
  /// More differs, or less, than is marked.
  let isCoarse: Bool

  /// - Returns: `nil` when it was cancelled.
  package init?(_ request: EditDifferenceRequest, isCancelled: @escaping () -> Bool = { false }) {
    let original = request.original.bytes(in: 0..<request.original.count)
    let edited = request.edited.bytes(in: 0..<request.edited.count)
    let comparison = DifferenceRequest(texts: [original, edited], aid: .words)
    guard let difference = DifferenceEngine.compare(comparison, budget: WorkBudget(poll: isCancelled)) else {
      return nil
    }
    var vocabulary = Vocabulary()
    let words = [original, edited].map { TokenizedText($0, vocabulary: &vocabulary).words }
    originalMarks = difference.marks[0]
    editedMarks = difference.marks[1]
    anchors = difference.anchors[1]
    distance = EditDistance(words[0], words[1])
    originalCharacters = Self.characters(original)
    editedCharacters = Self.characters(edited)
    isCoarse = difference.summary.isCoarse
  }

  /// Scalars, which is what languages and limits count.
  private static func characters(_ bytes: [UInt8]) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// For the status line: `3 words changed · 312 → 330 characters`.
  var words: String {
    let counts =
      originalCharacters == editedCharacters
      ? "\(editedCharacters) characters" : "\(originalCharacters) → \(editedCharacters) characters"
    return distance.words + " · " + counts + (isCoarse ? " · marks are coarse" : "")
  }
}
