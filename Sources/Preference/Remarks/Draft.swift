/// What a rater has begun to say of a comparison and not saved.
package struct Draft: Equatable, Sendable {
  /// `nil` if the order is as it was saved, or none.
  package var ranking: Ranking?
  /// `nil` if they are as they were saved, or none.
  package var remarks: Remarks?
  /// What was being written.
  package var edit: OpenEdit?

  package init(ranking: Ranking? = nil, remarks: Remarks? = nil, edit: OpenEdit? = nil) {
    self.ranking = ranking
    self.remarks = remarks
    self.edit = edit
  }

  package var isEmpty: Bool { ranking == nil && remarks == nil && edit == nil }
}
