import Terminal

extension Color {
  /// The number curses knows the color by; -1, the terminal's own, for a color the depth does not have.
  func cursesNumber(at depth: ColorDepth) -> Int32 {
    switch (depth, self) {
    case (.mono, _): -1
    // The numbers below 8 are the palette's in this case too.
    case (.direct, .rgb(let red, let green, let blue)):
      max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    case (.direct, .palette(let index)): index < 8 ? Int32(index) : -1
    case (_, .palette(let index)): Int(index) < depth.rawValue ? Int32(index) : -1
    case (_, .rgb): -1
    }
  }
}
