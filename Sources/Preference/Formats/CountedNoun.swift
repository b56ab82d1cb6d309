import Foundation

/// A number with what it counts.
package enum CountedNoun {
  /// `1 pair`, `1,204 pairs`.
  package static func text(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  private static func grouped(_ number: Int) -> String {
    number.formatted(.number.locale(Locale(identifier: "en_US")))
  }
}
