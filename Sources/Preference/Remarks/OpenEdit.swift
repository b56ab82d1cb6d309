import StrictJSON

/// A text that is being written: what an editor begins with when it is taken up again.
package struct OpenEdit: Sendable {
  package let subject: EditSubject
  package let text: String
  /// The cursor's place, in bytes of UTF-8.
  package let cursor: Int

  package init(subject: EditSubject, text: String, cursor: Int) {
    self.subject = subject
    self.text = text
    self.cursor = cursor
  }
}

extension OpenEdit: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.subject == right.subject && left.cursor == right.cursor && left.text.hasSameScalars(as: right.text)
  }
}
