/// What a terminal writes on.
package enum Background: String, CaseIterable, Sendable {
  case dark, light

  /// From `COLORFGBG`, in which some terminals tell the colors they start with: `0;15`, or `0;default;15`, numbers of the 16
  /// colors, the background last. White and the bright colors are light, but for 8, which is gray. Dark if nothing is told.
  package init(colors: String?) {
    let last = colors?.split(separator: ";").last
    guard let last, let background = Int(last) else {
      self = .dark
      return
    }
    self = background == 7 || (9...15).contains(background) ? .light : .dark
  }
}
