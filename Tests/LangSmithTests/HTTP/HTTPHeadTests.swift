import Testing

@testable import LangSmith

@Suite struct HTTPHeadTests {
  @Test func `Names are in lower case and values without blanks around them`() {
    #expect(
      fields("HTTP/1.1 200 OK", "Retry-After:  7 ", "X: a:b", "Empty:") == [
        "retry-after": "7", "x": "a:b", "empty": "",
      ])
  }

  @Test func `What belongs to an interim answer is dropped`() {
    #expect(fields("HTTP/1.1 103 Early", "Retry-After: 7", "", "HTTP/1.1 200 OK", "Date: d") == ["date": "d"])
  }

  @Test func `Lines that are no headers are passed over, but count`() {
    var head = HTTPHead()
    head.append(Array("nonsense\r\n".utf8))
    #expect(head.fields.isEmpty)
    #expect(head.size == 10)
  }

  private func fields(_ lines: String...) -> [String: String] {
    var head = HTTPHead()
    for line in lines { head.append(Array((line + "\r\n").utf8)) }
    return head.fields
  }
}
