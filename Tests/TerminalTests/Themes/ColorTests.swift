import Terminal
import Testing

@Suite struct ColorTests {
  @Test func `six hexadecimal digits make a color`() {
    #expect(Color(hex: "#56b4E9") == .rgb(red: 0x56, green: 0xB4, blue: 0xE9))
  }

  @Test(arguments: ["", "56b4e9", "#56b4e", "#56b4e9f", "#56b4eg", "#56b4é9", "# 6b4e9", "#+6b4e9"])
  func `anything else makes none`(text: String) {
    #expect(Color(hex: text) == nil)
  }
}
