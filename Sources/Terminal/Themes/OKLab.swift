/// A color in Björn Ottosson's OKLab, where distance is about what the eye says.
package struct OKLab: Equatable, Sendable {
  let lightness: Double
  let greenRed: Double
  let blueYellow: Double

  package init(_ color: LinearColor) {
    let (red, green, blue) = (color.red, color.green, color.blue)
    let long = LinearColor.root(3, of: 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = LinearColor.root(3, of: 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = LinearColor.root(3, of: 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// How different two colors look; black and white are 100 apart.
  package func difference(from other: Self) -> Double {
    let (lightness, greenRed, blueYellow) = (
      self.lightness - other.lightness, self.greenRed - other.greenRed, self.blueYellow - other.blueYellow
    )
    return 100 * (lightness * lightness + greenRed * greenRed + blueYellow * blueYellow).squareRoot()
  }
}
