/// The 256 colors of xterm: 16 the user sets, a cube of 216, and 24 grays.
enum XtermPalette {
  /// The ones that look the same everywhere.
  static let fixed: ClosedRange<UInt8> = 16...255

  /// `nil` for the user's own.
  static func fixedColor(at index: UInt8) -> Color? {
    guard fixed.contains(index) else { return nil }
    if index >= 232 {
      let gray = 8 + (index - 232) * 10
      return .rgb(red: gray, green: gray, blue: gray)
    }
    let place = Int(index) - 16
    return .rgb(red: steps[place / 36], green: steps[place / 6 % 6], blue: steps[place % 6])
  }

  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// What the user's own bright colors are taken for where there is no way to name them.
  static let brightColors: [Color] = [
    "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
  ].compactMap(Color.init(hex:))

  /// The fixed color that looks most like another.
  static func nearest(to color: LinearColor) -> UInt8 {
    let wanted = OKLab(color)
    return candidates.min { $0.lab.difference(from: wanted) < $1.lab.difference(from: wanted) }?.index ?? 16
  }

  private static let candidates: [(index: UInt8, lab: OKLab)] = fixed.compactMap { index in
    fixedColor(at: index).flatMap(LinearColor.init).map { (index, OKLab($0)) }
  }
}
