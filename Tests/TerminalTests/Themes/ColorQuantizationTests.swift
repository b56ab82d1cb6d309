import Terminal
import Testing

@Suite struct ColorQuantizationTests {
  private let red = Color.rgb(red: 255, green: 0, blue: 0)

  @Test func `a direct terminal shows every color`() {
    #expect(red.quantized(to: .direct) == red)
  }

  @Test(
    arguments: [
      ("#ff0000", 196), ("#000000", 16), ("#ffffff", 231), ("#878787", 102), ("#080808", 232),
      ("#5f87af", 67),
    ] as [(String, UInt8)])
  func `with 256 colors the nearest of the fixed ones is taken`(hex: String, index: UInt8) throws {
    #expect(try #require(Color(hex: hex)).quantized(to: .indexed) == .palette(index))
  }

  @Test func `the user's own colors are never taken for the nearest`() {
    for red in stride(from: 0, through: 255, by: 51) {
      for green in stride(from: 0, through: 255, by: 51) {
        for blue in stride(from: 0, through: 255, by: 51) {
          let color = Color.rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
          guard case .palette(16...255) = color.quantized(to: .indexed) else {
            Issue.record("\(color)")
            continue
          }
        }
      }
    }
  }

  @Test(arguments: [ColorDepth.mono, .eight, .sixteen])
  func `with few colors, no color is better than an unknown one`(depth: ColorDepth) {
    #expect(red.quantized(to: depth) == nil)
  }

  @Test func `bright colors lose their brightness where there are eight, and black does not come of it`() {
    #expect(Color.palette(14).quantized(to: .eight) == .palette(6))
    #expect(Color.palette(8).quantized(to: .eight) == nil)
    #expect(Color.palette(14).quantized(to: .sixteen) == .palette(14))
    #expect(Color.palette(6).quantized(to: .mono) == nil)
  }
}
