extension Color {
  /// The color as a terminal of that depth can show it; `nil`, the terminal's own color, where there is nothing like it.
  ///
  /// With 16 colors or fewer nobody knows what they look like, so no RGB color is turned into one of them.
  package func quantized(to depth: ColorDepth) -> Color? {
    switch (depth, self) {
    case (.mono, _): nil
    case (.direct, _): self
    case (.indexed, .rgb): LinearColor(self).map { .palette(XtermPalette.nearest(to: $0)) }
    case (.indexed, .palette): self
    case (_, .rgb): nil
    case (.sixteen, .palette(let index)): index < 16 ? self : nil
    // Bright black would become black, and black on black is nothing.
    case (.eight, .palette(let index)):
      index < 8 ? self : (9..<16).contains(index) ? .palette(index - 8) : nil
    }
  }

  /// The color's red, green and blue where it can be named only by them.
  package var rgb: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .rgb(let red, let green, let blue): (red, green, blue)
    case .palette(let index) where index < 8: nil
    case .palette(let index) where index < 16: XtermPalette.brightColors[Int(index) - 8].rgb
    case .palette(let index): XtermPalette.fixedColor(at: index)?.rgb
    }
  }
}
