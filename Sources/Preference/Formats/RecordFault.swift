import StrictJSON

/// What is wrong with one record of a file: where in it, and what was expected there. Holds nothing of the
/// record but keys.
package struct RecordFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The record cannot be read.
    case bad
    /// The record is in order, but there is nothing to compare in it.
    case setAside
    /// The record has the id of a comparison that was imported before with other content.
    case changed
  }

  package enum Place: Hashable, Sendable {
    case line
    /// Counted from 1, as editors do.
    case byte(Int)
    /// Such as `candidates[1].run_id`.
    case field(String)
  }

  package let kind: Kind
  package let place: Place
  /// Words that finish the sentence “expected …”.
  package let expected: String

  init(_ kind: Kind = .bad, at place: Place, expected: String) {
    self.kind = kind
    self.place = place
    self.expected = expected
  }

  package init(_ error: JSONSyntaxError) {
    self.init(at: .byte(error.offset + 1), expected: error.expected)
  }

  /// The fault that the store finds when it knows another comparison by the same id.
  package static let changedComparison = RecordFault(
    .changed, at: .field("id"),
    expected: "the comparison that was imported under this id, or an id of its own for the changed one")
}

extension RecordFault: CustomStringConvertible {
  /// `candidates[1].text: expected text`.
  package var description: String {
    let ending = kind == .setAside ? "; set aside" : ""
    return switch place {
    case .line: "expected \(expected)\(ending)"
    case .byte(let position): "byte \(position): expected \(expected)\(ending)"
    case .field(let path): "\(path): expected \(expected)\(ending)"
    }
  }
}
