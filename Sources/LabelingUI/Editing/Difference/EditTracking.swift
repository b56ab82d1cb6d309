import Terminal

/// Marks that follow a text while it is written: made anew after a pause, moved along until then.
struct EditTracking: Equatable, Sendable {
  private static let delay = Duration.milliseconds(120)
  private static let longDelay = Duration.milliseconds(600)
  private static let longText = 100_000

  private(set) var difference: EditDifference?
  /// In the edited text.
  private(set) var marks: [RoleSpan] = []
  /// In the original.
  private(set) var originalMarks: [RoleSpan] = []
  /// When the texts are to be compared again.
  private(set) var dueAt: Duration?

  mutating func begin(at time: Duration) { dueAt = time }

  /// Notes that the text changed; `change` says where, if it was one place.
  mutating func note(_ change: TextEditor.Change?, count: Int, at time: Duration) {
    dueAt = time + (count > Self.longText ? Self.longDelay : Self.delay)
    guard let change else { return marks = [] }
    let shift = change.count - change.range.count
    marks = marks.compactMap { span in
      if span.range.upperBound <= change.range.lowerBound { return span }
      guard span.range.lowerBound >= change.range.upperBound else { return nil }
      return RoleSpan(
        range: span.range.lowerBound + shift..<span.range.upperBound + shift, role: span.role)
    }
  }

  /// Whether it is time to compare; it is asked for once.
  mutating func takeDue(at time: Duration) -> Bool {
    guard let due = dueAt, due <= time else { return false }
    dueAt = nil
    return true
  }

  mutating func take(_ difference: EditDifference) {
    self.difference = difference
    marks = difference.editedMarks.map(Self.span)
    originalMarks = difference.originalMarks.map { mark in
      mark.kind == .onlyHere ? RoleSpan(range: mark.range, role: .diffMissing) : Self.span(mark)
    }
  }

  private static func span(_ mark: DifferenceMark) -> RoleSpan {
    RoleSpan(range: mark.range, role: mark.kind.role(in: .words))
  }

  /// The place in the original that stands for one in the edited text.
  func originalOffset(for offset: Int, original: Int, edited: Int) -> Int {
    CorrespondingPlaces(difference?.anchors ?? [], pivotCount: original, otherCount: edited).pivot(of: offset)
  }
}
