import Foundation
import Testing

@testable import LangSmith

@Suite struct QueryItemsTests {
  @Test func `Names and values are encoded byte by byte`() {
    var items = QueryItems()
    items.add("name", "A & B=1 + ü/\u{7}?#%")
    items.add("key", ["a", "b"])
    items.add("absent", nil as String?)
    #expect(items.encoded == "?name=A%20%26%20B%3D1%20%2B%20%C3%BC%2F%07%3F%23%25&key=a&key=b")
    #expect(QueryItems().encoded == "")
  }

  @Test func `Each generation of calls spells truth its own way`() {
    var first = QueryItems()
    first.add("a", true)
    first.add("b", false)
    #expect(first.encoded == "?a=True&b=False")
    var second = QueryItems(booleans: .lowercase)
    second.add("a", true)
    #expect(second.encoded == "?a=true")
  }

  @Test func `Ids go out in lower case, and a value can be replaced`() {
    var items = QueryItems()
    items.add("id", UUID(uuidString: "AAAA0001-0000-4000-8000-00000000000B"))
    items.add("offset", 0)
    items.set("offset", "100")
    #expect(items.encoded == "?id=aaaa0001-0000-4000-8000-00000000000b&offset=100")
  }

  private static let addresses = [
    ("https://h", "sessions", "https://h/sessions"),
    ("https://h/api/v1", "sessions", "https://h/api/v1/sessions"),
    ("https://h", "api/v2/x", "https://h/api/v2/x"), ("https://h/api/v1", "api/v2/x", "https://h/api/v2/x"),
    ("https://h/api/", "api/v2/x", "https://h/api/v2/x"),
    ("https://h/myapi", "api/v2/x", "https://h/myapi/api/v2/x"),
  ]

  @Test("A path from the root of the API is joined to that root", arguments: addresses)
  func joined(endpoint: String, path: String, address: String) throws {
    #expect(try LangSmithEndpoint(endpoint).address(of: APICall(path: path, subject: "x")) == address)
  }
}
