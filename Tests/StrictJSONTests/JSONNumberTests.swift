import StrictJSON
import Testing

@Suite struct JSONNumberTests {
  @Test(
    "A number keeps its spelling",
    arguments: [
      "0", "-0", "1.0", "1e0", "1E+2", "-0.0e-10", "123456789012345678901234567890", "0.10", "1e999",
    ])
  func spelling(literal: String) throws {
    let value = try JSONParser.parse(literal.utf8)
    #expect(value.number?.literal == literal)
    #expect(value.text() == literal)
  }

  @Test func `Numbers of different spelling are different`() throws {
    #expect(try JSONParser.parse("1".utf8) != JSONParser.parse("1.0".utf8))
  }

  @Test func `Doubles are written so that they read back as floats`() {
    #expect(JSONNumber(1.0)?.literal == "1.0")
    #expect(JSONNumber(1e300)?.isInteger == false)
    #expect(JSONNumber(.nan) == nil)
    #expect(JSONNumber(.infinity) == nil)
  }

  @Test func `Integers are recognized by their spelling`() throws {
    #expect(JSONNumber(-3).intValue == -3)
    #expect(try JSONParser.parse("3.0".utf8).number?.intValue == nil)
    #expect(try JSONParser.parse("99999999999999999999".utf8).number?.intValue == nil)
    #expect(try JSONParser.parse("2.5e1".utf8).number?.doubleValue == 25)
  }
}
