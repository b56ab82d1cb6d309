import StrictJSON
import Testing

@testable import LangSmith

@Suite struct PageRequestsTests {
  private func numbers(_ range: Range<Int>) -> JSONValue {
    .array(range.map { .number(JSONNumber($0)) })
  }

  private func offsetList(limit: Int?, first: Int? = 0) -> PageRequests {
    PageRequests(APICall(path: "x", subject: "x"), .offset(limit: limit, first: first))
  }

  @Test func `A short page ends a list by offset, and the offset grows by what came`() throws {
    var list = offsetList(limit: 3, first: 5)
    #expect(list.next?.query.encoded == "?limit=3&offset=5")
    #expect(try list.receive(numbers(0..<3)).count == 3)
    #expect(list.next?.query.encoded == "?limit=3&offset=8")
    #expect(try list.receive(numbers(3..<5)).count == 2)
    #expect(list.next == nil)
  }

  @Test("An empty page ends a list by offset", arguments: ["[]", "null"])
  func empty(page: String) throws {
    var list = offsetList(limit: 3)
    #expect(try list.receive(JSONParser.parse(page.utf8)).isEmpty)
    #expect(list.next == nil)
  }

  @Test func `Where the server chooses the page's length, only an empty page ends the list`() throws {
    var list = offsetList(limit: nil, first: nil)
    #expect(list.next?.query.encoded == "")
    _ = try list.receive(numbers(0..<2))
    #expect(list.next?.query.encoded == "?offset=2")
    _ = try list.receive(numbers(2..<3))
    #expect(list.next?.query.encoded == "?offset=3")
    _ = try list.receive([])
    #expect(list.next == nil)
  }

  @Test func `A server that takes no notice of the offset does not keep us for ever`() throws {
    var list = offsetList(limit: 3)
    _ = try list.receive(numbers(0..<3))
    #expect(try list.receive(numbers(0..<3)).isEmpty)
    #expect(list.next == nil)
  }

  @Test("A page that is no list is refused", arguments: ["{}", "7", #""x""#])
  func noList(page: String) throws {
    var list = offsetList(limit: 3)
    #expect(throws: LangSmithError.self) { try list.receive(JSONParser.parse(page.utf8)) }
  }

  @Test func `A cursor of the first generation goes back into the same body, unchanged`() throws {
    var list = PageRequests(.post("x", ["a": 1], subject: "x"), .cursors)
    #expect(list.next?.body == ["a": 1])
    #expect(try list.receive(["runs": [1, 2], "cursors": ["next": "c %=é"]]).count == 2)
    #expect(list.next?.body == ["a": 1, "cursor": "c %=é"])
    #expect(try list.receive(["runs": [3], "cursors": ["next": "d"]]).count == 1)
    #expect(list.next?.body == ["a": 1, "cursor": "d"])
    #expect(try list.receive(["runs": [], "cursors": ["next": "e"]]).isEmpty)
    #expect(list.next == nil)
  }

  @Test("No cursor ends the list", arguments: ["null", #""""#, "missing"])
  func noCursor(cursor: String) throws {
    let value = try? JSONParser.parse(cursor.utf8)
    var first = PageRequests(.post("x", [:], subject: "x"), .cursors)
    var cursors = JSONObject()
    cursors["next"] = value
    _ = try first.receive(["runs": [1], "cursors": .object(cursors)])
    #expect(first.next == nil)
    var second = PageRequests(.post("x", [:], subject: "x"), .nextCursor)
    var answer: JSONObject = ["items": [1]]
    answer["next_cursor"] = value
    _ = try second.receive(.object(answer))
    #expect(second.next == nil)
  }

  @Test func `A cursor of the second generation goes into the body or the address, past empty pages`() throws
  {
    var body = PageRequests(.post("x", ["a": 1], subject: "x"), .nextCursor)
    _ = try body.receive(["items": [], "next_cursor": "c"])
    #expect(body.next?.body == ["a": 1, "cursor": "c"])
    var address = PageRequests(APICall(path: "x", subject: "x"), .nextCursor)
    _ = try address.receive(["items": [1], "next_cursor": "c"])
    _ = try address.receive(["items": [2], "next_cursor": "d"])
    #expect(address.next?.query.encoded == "?cursor=d")
    #expect(try address.receive(["items": nil]).isEmpty)
    #expect(address.next == nil)
  }

  @Test func `The same cursor twice is no list`() throws {
    var list = PageRequests(.post("x", [:], subject: "x"), .nextCursor)
    _ = try list.receive(["items": [1], "next_cursor": "c"])
    #expect(throws: LangSmithError.self) { try list.receive(["items": [1], "next_cursor": "c"]) }
    var ended = PageRequests(.post("x", [:], subject: "x"), .nextCursor)
    _ = try ended.receive(["items": [1], "next_cursor": "c"])
    _ = try ended.receive(["items": [], "next_cursor": "c"])
    #expect(ended.next == nil)
  }
}
