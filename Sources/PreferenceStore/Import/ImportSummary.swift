import Preference

/// What became of the records of an import.
package struct ImportSummary: Hashable, Sendable {
  package var added = 0
  package var alreadyThere = 0
  /// Known under the same id with other content; the content that was there first stays.
  package var changed = 0
  /// Nothing to compare in it.
  package var setAside = 0
  /// Not to be read as a comparison.
  package var refused = 0

  package init() {}

  mutating func count(_ fault: RecordFault) {
    switch fault.kind {
    case .bad: refused += 1
    case .setAside: setAside += 1
    case .changed: changed += 1
    }
  }
}
