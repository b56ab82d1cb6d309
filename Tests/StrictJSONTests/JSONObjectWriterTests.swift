import Testing

@testable import StrictJSON

@Suite struct JSONObjectWriterTests {
  @Test func `What is written reads as the same object`() {
    var object = JSONObjectWriter(capacity: 0)
    object.write("text", text: "a\"b\n")
    object.write("absent", text: nil)
    object.write("nothing", nil)
    object.write("number", .number(JSONNumber(1)))
    object.write(
      "object",
      object: { inner in
        inner.write("empty", object: { _ in })
        inner.write("raw", quoting: { $0 += "x".utf8 })
      })
    object.write("last", .bool(true))
    #expect(
      String(decoding: object.finish(), as: UTF8.self)
        == #"{"text":"a\"b\n","number":1,"object":{"empty":{},"raw":"x"},"last":true}"#)
  }

  @Test func `An object may be empty`() {
    #expect(JSONObjectWriter(capacity: 8).finish() == Array("{}".utf8))
  }
}
