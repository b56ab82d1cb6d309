import Terminal
import Testing

@Suite struct ColorVisionTests {
  private func color(_ hex: String) throws -> LinearColor {
    try #require(Color(hex: hex).flatMap(LinearColor.init))
  }

  private func difference(_ one: String, _ other: String, _ vision: ColorVision) throws -> Double {
    OKLab(vision.seen(try color(one))).difference(from: OKLab(vision.seen(try color(other))))
  }

  @Test(arguments: ColorVision.allCases)
  func `white stays white and gray gray`(vision: ColorVision) throws {
    for hex in ["#ffffff", "#808080", "#000000"] {
      let color = try color(hex)
      #expect(OKLab(vision.seen(color)).difference(from: OKLab(color)) < 0.05)
    }
  }

  @Test func `red and green backgrounds of many difference tools are one color to some people`() throws {
    let (red, green) = ("#4b1818", "#173b17")
    #expect(try difference(red, green, .normal) > 12)
    #expect(try difference(red, green, .deuteranopia) < 3)
    #expect(try difference(red, green, .tritanopia) > 12)
  }

  @Test(arguments: [ColorVision.protanopia, .deuteranopia])
  func `blue and orange stay apart`(vision: ColorVision) throws {
    #expect(try difference("#56b4e9", "#e69f00", vision) > 20)
  }

  @Test func `blue and green come nearer in tritanopia`() throws {
    #expect(try difference("#0088aa", "#009966", .tritanopia) < difference("#0088aa", "#009966", .normal) / 2)
  }
}
