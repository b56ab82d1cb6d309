import Preference

/// How far raters are of one mind, where several have judged the same.
package struct RaterAgreement: Equatable, Sendable {
  /// Comparisons that two raters or more have judged.
  package let shared: Int
  /// Those of which all of them said the same.
  package let same: Int

  package init(shared: Int, same: Int) {
    self.shared = shared
    self.same = same
  }

  /// `raters agree on 12 of 15 comparisons that several judged`; `nil` if there is none.
  package var sentence: String? {
    shared == 0
      ? nil
      : "raters agree on \(same) of \(CountedNoun.text(shared, "comparison", "comparisons")) that several judged"
  }
}
