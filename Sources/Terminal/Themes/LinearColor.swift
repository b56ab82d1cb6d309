/// A color in linear light, each part from 0 to 1: what contrast and color difference are computed from.
package struct LinearColor: Equatable, Sendable {
  let red: Double
  let green: Double
  let blue: Double

  /// `nil` for the user's own colors, of which nobody knows what they look like.
  package init?(_ color: Color) {
    switch color {
    case .rgb(let red, let green, let blue):
      self.init(red: red, green: green, blue: blue)
    case .palette(let index):
      guard case .rgb(let red, let green, let blue) = XtermPalette.fixedColor(at: index) else { return nil }
      self.init(red: red, green: green, blue: blue)
    }
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  private init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = Self.linear[Int(red)]
    self.green = Self.linear[Int(green)]
    self.blue = Self.linear[Int(blue)]
  }

  /// How bright it looks, as WCAG 2 counts.
  package var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The contrast ratio of WCAG 2: 1 for equal colors, 21 for black on white.
  package func contrast(with other: Self) -> Double {
    let (dark, light) = luminance < other.luminance ? (self, other) : (other, self)
    return (light.luminance + 0.05) / (dark.luminance + 0.05)
  }

  /// The sRGB curve, for each value a byte has.
  private static let linear: [Double] = (0...255).map { byte in
    let value = Double(byte) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let squared = base * base
    return squared * root(5, of: squared)
  }

  /// The root of a number from 0 to 1, by Newton's method; this module does without a mathematics library.
  static func root(_ degree: Int, of number: Double) -> Double {
    guard number > 0 else { return 0 }
    var guess = 1.0
    for _ in 0..<64 {
      let power = (1..<degree).reduce(1) { product, _ in product * guess }
      let next = guess - (guess * power - number) / (Double(degree) * power)
      if abs(next - guess) < 1e-15 { return next }
      guess = next
    }
    return guess
  }
}
