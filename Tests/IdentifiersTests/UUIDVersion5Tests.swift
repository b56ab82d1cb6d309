import Foundation
import Identifiers
import Testing

@Suite struct UUIDVersion5Tests {
  static let dns = UUID(
    uuid: (0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0, 0xc0, 0x4f, 0xd4, 0x30, 0xc8))

  @Test(
    "Names get the identifiers that RFC 9562 and Python's uuid5 give them",
    arguments: [
      ("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"),
      ("", "4ebd0208-8328-5d69-8c44-ec50939c0967"),
    ])
  func vectors(name: String, expected: String) {
    #expect(UUID.version5(namespace: Self.dns, name: name).lowercaseString == expected)
  }

  @Test func `Canonically equivalent names get different identifiers`() {
    let composed = UUID.version5(namespace: Self.dns, name: "\u{e9}")
    #expect(composed != UUID.version5(namespace: Self.dns, name: "e\u{301}"))
    #expect(composed == UUID.version5(namespace: Self.dns, name: "\u{e9}"))
  }
}
