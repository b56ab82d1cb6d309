import StrictJSON
import Testing

@Suite struct JSONParserTests {
  @Test(
    "Every kind of value is read",
    arguments: [
      ("null", nil), (" true\t", true), ("\r\nfalse\n", false), ("0", 0), ("-12", -12),
      (#""""#, ""), (#""a b""#, "a b"), ("[]", []), ("[ ]", []), ("{ }", [:]),
      ("[1 , [2], {}]", [1, [2], [:]]),
      (#"{"b":1,"a":{"c":[null]}}"#, ["b": 1, "a": ["c": [nil]]]),
    ] as [(String, JSONValue)])
  func values(text: String, expected: JSONValue) throws {
    #expect(try JSONParser.parse(text.utf8) == expected)
  }

  @Test(
    "Strings are read scalar by scalar",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0041\u00e9\u00E9\u4e2d""#, "Aéé中"),
      (#""\ud83d\ude00 \uD83D\uDE00 \u0000""#, "😀 😀 \u{0}"),
      ("\"e\u{301} is not \u{e9}, nor \u{212b} \u{e5}\"", "e\u{301} is not \u{e9}, nor \u{212b} \u{e5}"),
      ("\"\u{7f}\u{2028}\u{feff}\u{10ffff}\u{fffe}\"", "\u{7f}\u{2028}\u{feff}\u{10ffff}\u{fffe}"),
      (#""12345678\n12345678é\t""#, "12345678\n12345678é\t"),
    ])
  func strings(text: String, expected: String) throws {
    let value = try #require(try JSONParser.parse(text.utf8).string)
    #expect(Array(value.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("A text that is not JSON is refused at its first wrong byte", arguments: refusedTexts)
  func refusals(text: String, offset: Int, expected: String) {
    #expect(throws: JSONSyntaxError(offset: offset, expected: expected)) { try JSONParser.parse(text.utf8) }
  }

  @Test(
    "Bytes that are not UTF-8 are refused where they start",
    arguments: [
      ([0xFF], 2), ([0xC0, 0xAF], 2), ([0xE0, 0x80, 0xAF], 2), ([0xED, 0xA0, 0x80], 2),
      ([0xF4, 0x90, 0x80, 0x80], 2), ([0xE4, 0xB8], 2), ([0xC3, 0xA9, 0x80], 4),
      ([0x61, 0x5C, 0x6E, 0xF0, 0x9F], 5),
    ] as [([UInt8], Int)])
  func invalidUTF8(content: [UInt8], offset: Int) {
    let text: [UInt8] = [0x5B, 0x22] + content + [0x22, 0x5D]
    #expect(throws: JSONSyntaxError(offset: offset, expected: "valid UTF-8")) { try JSONParser.parse(text) }
  }

  @Test func `Keys that look alike but differ in scalars are different keys`() throws {
    let object = try #require(try JSONParser.parse("{\"\u{e9}\":1,\"e\u{301}\":2}".utf8).object)
    #expect(object["\u{e9}"] == 1)
    #expect(object["e\u{301}"] == 2)
  }

  @Test func `Nesting is allowed up to the limit and refused beyond it, in arrays and objects`() throws {
    let limit = JSONParser.depthLimit
    let deep = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    _ = try JSONParser.parse(deep.utf8)
    let error = JSONSyntaxError(offset: limit, expected: "at most 512 levels of nesting")
    #expect(throws: error) { try JSONParser.parse(("[" + deep + "]").utf8) }
    let objects = String(repeating: #"{"a":"#, count: 1_000_000)
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(objects.utf8) }
  }

  @Test func `An object with a hundred thousand members is read in its order, and its one double key found`()
    throws
  {
    let members = (0..<100_000).map { "\"key \($0)\":\($0)" }
    let object = try #require(try JSONParser.parse(("{" + members.joined(separator: ",") + "}").utf8).object)
    #expect(object.members.map(\.value) == (0..<100_000).map { JSONValue.number(JSONNumber($0)) })
    let doubled = "{" + (members + ["\"key 40000\":0"]).joined(separator: ",") + "}"
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(doubled.utf8) }
  }

  @Test func `Bytes that are not contiguous are read too`() throws {
    #expect(try JSONParser.parse(Array("[1, \"é\"]".utf8).lazy.map { $0 }) == [1, "é"])
  }
}

/// Text, offset of the error, and what was expected there.
private let refusedTexts: [(String, Int, String)] = [
  ("", 0, "a JSON value"), ("  ", 2, "a JSON value"), ("nul", 0, "a JSON value"),
  ("True", 0, "a JSON value"),
  ("NaN", 0, "a JSON value"), ("-Infinity", 1, "a digit"), ("+1", 0, "a JSON value"),
  (".5", 0, "a JSON value"),
  ("'a'", 0, "a JSON value"), ("\u{feff}1", 0, "a JSON value"), ("\u{a0}1", 0, "a JSON value"),
  ("\u{c}1", 0, "a JSON value"), ("nullnull", 4, "the end of the JSON value"),
  ("1 2", 2, "the end of the JSON value"), ("{}\0", 2, "the end of the JSON value"),
  ("// c\n1", 0, "a JSON value"), ("1 /* c */", 2, "the end of the JSON value"),
  ("01", 1, "no digit after a leading zero"), ("-00", 2, "no digit after a leading zero"),
  ("-", 1, "a digit"),
  ("1.", 2, "a digit"), ("1.e3", 2, "a digit"), ("1e", 2, "a digit"), ("1e+", 3, "a digit"),
  ("0x1F", 1, "the end of the JSON value"), ("1_000", 1, "the end of the JSON value"),
  ("[", 1, "a JSON value"), ("[1", 2, "a comma or a closing bracket"),
  ("[1 2]", 3, "a comma or a closing bracket"),
  ("[1,]", 3, "a JSON value"), ("[,1]", 1, "a JSON value"), ("[1}", 2, "a comma or a closing bracket"),
  ("{", 1, "a key in quotation marks"), ("{a:1}", 1, "a key in quotation marks"),
  (#"{"a"}"#, 4, "a colon"), (#"{"a":}"#, 5, "a JSON value"), (#"{"a":1"#, 6, "a comma or a closing brace"),
  (#"{"a":1,}"#, 7, "a key in quotation marks"), (#"{"a":1]"#, 6, "a comma or a closing brace"),
  (#"{"a":1, "\u0061":2}"#, 8, "a key that its object does not have yet"),
  (#""abc"#, 4, "a closing quotation mark"), (#""abc\"#, 5, #"one of "\/bfnrtu after a backslash"#),
  (#""\x41""#, 2, #"one of "\/bfnrtu after a backslash"#), (#""\u12G4""#, 5, "four hexadecimal digits"),
  (#""\u12"#, 5, "four hexadecimal digits"),
  ("\"a\nb\"", 2, "control characters to be escaped in strings"),
  ("\"12\t4567890123456789\"", 3, "control characters to be escaped in strings"),
  ("\"1234567890\tb\"", 11, "control characters to be escaped in strings"),
  (#""\n"# + "\u{1f}\"", 3, "control characters to be escaped in strings"),
  (#"".\ud800""#, 2, "both halves of a surrogate pair"),
  (#""\ud800\u0041""#, 1, "both halves of a surrogate pair"),
  (#""\ud800\ud800""#, 1, "both halves of a surrogate pair"),
  (#""\ude00\ud83d""#, 1, "both halves of a surrogate pair"),
  (#""\ud83dx""#, 1, "both halves of a surrogate pair"),
]
