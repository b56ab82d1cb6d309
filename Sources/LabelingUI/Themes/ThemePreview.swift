import Preference
import Terminal

/// What a theme looks like: a comparison as raters see it, then each role by its name.
package struct ThemePreview {
  private let columns: Int
  private let repertoire: Repertoire
  private let theme: Theme

  package init(_ theme: Theme, columns: Int, repertoire: Repertoire = .unicode) {
    self.theme = theme
    self.columns = max(CompareLayout.smallest.columns, columns)
    self.repertoire = repertoire
  }

  /// To be shown one below the other.
  package var surfaces: [Surface] { [comparison, RoleNames(columns: columns).surface(in: repertoire)] }

  /// Named after the theme, and low enough that all of it stands on a screen of 80×24.
  private var comparison: Surface {
    var model = Model(
      campaign: theme.name, progress: RaterProgress(total: 12, judged: 2),
      size: Size(columns: columns, rows: 10), repertoire: repertoire, themes: ThemeSelection(current: theme))
    _ = model.update(.opened(Self.item, RaterProgress(total: 12, judged: 2)))
    _ = model.update(.frameShown(at: .zero))
    for key in ["b", "="] as [Unicode.Scalar] {
      _ = model.update(.input(.key(Key(.character(key))), at: .seconds(1)))
    }
    return model.frame().surface
  }

  private static let item = ComparisonItem(
    number: 3,
    comparison: Comparison(
      id: "preview", prompt: .text("Why is the sky blue?"),
      candidates: [
        "Air scatters blue light more than red light.\u{202E} Hidden characters are shown as what they are.",
        "Because of Rayleigh scattering: its strength grows with the fourth power of the frequency.",
        "It is not: it only looks blue.",
      ].enumerated().map { Candidate(model: "m\($0.offset)", output: .text($0.element)) }),
    order: [0, 1, 2], judged: nil)
}
