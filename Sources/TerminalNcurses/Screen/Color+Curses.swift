import Terminal

extension Color {
  /// The number by which curses knows the color; -1, the terminal's own, for a color that the depth does not have.
  func cursesNumber(at depth: ColorDepth) -> Int32 {
    switch quantized(to: depth) {
    case .palette(let index) where depth != .direct || index < 8: Int32(index)
    // The numbers below 8 are the palette's here too.
    case let color?:
      color.rgb.map { max(8, Int32($0.red) << 16 | Int32($0.green) << 8 | Int32($0.blue)) } ?? -1
    case nil: -1
    }
  }
}
