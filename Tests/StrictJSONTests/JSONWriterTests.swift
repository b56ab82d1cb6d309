import StrictJSON
import Testing

@Suite struct JSONWriterTests {
  @Test func `Compact JSON has no white space and escapes only what it must`() {
    let value: JSONValue = [
      "a\"\\": ["/\u{7f}é\u{2028}😀", "\u{0}\u{1f}\n\r\t\u{8}"], "b": [:], "c": [nil, true, -1],
    ]
    let expected =
      #"{"a\"\\":["/"# + "\u{7f}é\u{2028}😀" + #"","\u0000\u001f\n\r\t\u0008"],"b":{},"c":[null,true,-1]}"#
    #expect(value.text() == expected)
  }

  @Test func `Indented JSON has a line for each member and element`() {
    let value: JSONValue = [
      "name": "x", "tags": ["a", "b"], "none": [], "empty": [:], "in": ["deep": [["y": 1.0]]],
    ]
    #expect(
      value.text(.indented) == """
        {
          "name": "x",
          "tags": [
            "a",
            "b"
          ],
          "none": [],
          "empty": {},
          "in": {
            "deep": [
              {
                "y": 1.0
              }
            ]
          }
        }
        """)
  }
}
