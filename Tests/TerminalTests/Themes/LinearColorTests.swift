import Terminal
import Testing

@Suite struct LinearColorTests {
  @Test(arguments: [
    // As https://webaim.org/resources/contrastchecker computes them.
    ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#d8dee9", "#16181d", 13.15),
    ("#56b4e9", "#16181d", 7.68), ("#57606a", "#ffffff", 6.39), ("#123456", "#123456", 1),
  ])
  func `contrast is what WCAG says`(one: String, other: String, ratio: Double) throws {
    let (one, other) = (try linear(one), try linear(other))
    #expect(abs(one.contrast(with: other) - ratio) < 0.06)
    #expect(one.contrast(with: other) == other.contrast(with: one))
  }

  @Test func `fixed palette entries are known, the user's are not`() throws {
    #expect(try #require(LinearColor(.palette(231))).luminance > 0.999)
    #expect(LinearColor(.palette(7)) == nil)
  }

  @Test(arguments: [
    // Reference values of OKLab: lightness, green–red, blue–yellow.
    ("#ffffff", 1.0, 0.0, 0.0), ("#ff0000", 0.6280, 0.2249, 0.1258), ("#00ff00", 0.8664, -0.2339, 0.1795),
    ("#0000ff", 0.4520, -0.0325, -0.3115),
  ])
  func `OKLab gives the published values`(hex: String, l: Double, a: Double, b: Double) throws {
    let black = OKLab(try linear("#000000"))
    let color = OKLab(try linear(hex))
    let expected = 100 * (l * l + a * a + b * b).squareRoot()
    #expect(abs(color.difference(from: black) - expected) < 0.05)
  }

  private func linear(_ hex: String) throws -> LinearColor {
    try #require(Color(hex: hex).flatMap(LinearColor.init))
  }
}
