import StrictJSON
import Testing

@Suite struct JSONObjectTests {
  @Test(
    "Members are found, replaced in place and removed, in small objects and large",
    arguments: [3, 16, 17, 200])
  func editing(count: Int) {
    var object = JSONObject()
    for number in 0..<count { object["k\(number)"] = .number(JSONNumber(number)) }
    object["k1"] = "new"
    object["k0"] = nil
    #expect(object.count == count - 1)
    #expect(object.members.first?.key == "k1")
    #expect(object["k1"] == "new")
    #expect(object["k0"] == nil)
    #expect(object["k\(count - 1)"] == .number(JSONNumber(count - 1)))
    object["k0"] = true
    #expect(object.members.last?.key == "k0")
  }

  @Test("Keys are compared by scalars, in small objects and large", arguments: [0, 40])
  func scalars(filling: Int) {
    var object = JSONObject()
    for number in 0..<filling { object["k\(number)"] = .some(.null) }
    object["\u{e9}"] = 1
    object["e\u{301}"] = 2
    #expect(object["\u{e9}"] == 1)
    #expect(object["e\u{301}"] == 2)
  }

  @Test func `The order of members belongs to the value`() {
    let one: JSONValue = ["a": 1, "b": 2]
    let other: JSONValue = ["b": 2, "a": 1]
    #expect(one != other)
  }

  @Test func `Canonically equivalent strings are not equal`() {
    #expect(JSONValue.string("\u{e9}") != JSONValue.string("e\u{301}"))
    #expect(["\u{e9}": 1] as JSONValue != ["e\u{301}": 1] as JSONValue)
  }
}
