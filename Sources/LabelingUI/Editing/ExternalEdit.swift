/// A text on its way to the rater's own editor.
package struct ExternalEdit: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case markdown, json
  }

  package let text: String
  package let kind: Kind

  package init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }
}

/// What became of it.
package enum ExternalEditEnd: Equatable, Sendable {
  case changed(String)
  case unchanged
  /// The editor came back at once and the file is as it was: perhaps it goes on in a window. The file stays.
  case unchangedAtOnce(command: String, path: String)
  /// Nothing is in the file any more.
  case emptied
  /// The text stays as it was. The words say why and where the file is, if it is kept.
  case failed(String)
}
