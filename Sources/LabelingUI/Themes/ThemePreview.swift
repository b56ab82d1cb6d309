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
  package var surfaces: [Surface] { [comparison, roles] }

  private var comparison: Surface {
    var model = Model(
      campaign: "preview", progress: RaterProgress(total: 12, judged: 2),
      size: Size(columns: columns, rows: 12), repertoire: repertoire, themes: ThemeSelection(current: theme))
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

  /// As many beside each other as fit, column by column.
  private var roles: Surface {
    let width = (Role.allCases.map(\.rawValue.utf8.count).max() ?? 0) + 3
    let perRow = max(1, columns / width)
    let rows = (Role.allCases.count + perRow - 1) / perRow
    var surface = Surface(size: Size(columns: columns, rows: rows), repertoire: repertoire)
    for (index, role) in Role.allCases.enumerated() {
      let position = Position(column: index / rows * width, row: index % rows)
      surface.write(" \(role.rawValue) ", at: position, columns: width, role: role)
    }
    return surface
  }
}
