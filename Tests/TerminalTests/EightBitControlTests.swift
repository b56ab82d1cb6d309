import Testing

@testable import Terminal

@Suite struct `Controls of eight bits` {
  /// As a byte, and as its character in UTF-8.
  private static func spellings(_ control: UInt8) -> [[UInt8]] { [[control], [0xC2, control]] }

  private static let answers: [(UInt8, String)] = [
    (0x90, ">|abq"), (0x98, "abq"), (0x9D, "11;abq"), (0x9E, "abq"), (0x9F, "abq"),
  ]

  @Test(arguments: answers) func `introduce answers, of which no part is a key`(control: UInt8, body: String)
  {
    for introducer in Self.spellings(control) {
      for end in Self.spellings(0x9C) + [input("␛\\")] {
        let bytes = introducer + input(body) + end + input("z")
        #expect(events(bytes) == typed("z"))
        for split in 0...bytes.count {
          var decoder = InputDecoder()
          let all = decoder.decode(bytes[..<split]) + decoder.finish() + decoder.decode(bytes[split...])
          #expect(all == typed("z"), "split at \(split)")
        }
      }
    }
  }

  @Test func `introduce keys and reports`() {
    for introducer in Self.spellings(0x9B) {
      #expect(events(introducer + input("A")) == [key(.up)])
      #expect(events(introducer + input("?62;1cz")) == typed("z"))
      #expect(events(input("␛") + introducer + input("A")) == [key(.escape), key(.up)])
    }
    for introducer in Self.spellings(0x8F) { #expect(events(introducer + input("B")) == [key(.down)]) }
    var decoder = InputDecoder()
    #expect(decoder.decode([0x9D] + input("11;rgb:ffff/0000/ffff") + [0xC2, 0x9C]).isEmpty)
    #expect(decoder.takeReports() == [.background(red: 0xFFFF, green: 0, blue: 0xFFFF)])
  }

  @Test func `end a string only where a character may begin`() {
    #expect(events(input("␛]lone ✜q ␛\\z")) == typed("z"))
    #expect(events(input("␛]lone 🜜q\u{9C}z")) == typed("z"))
  }

  @Test func `are none within a character`() {
    #expect(events(input("雛✐ݐ")) == typed("雛✐ݐ"))
  }

  @Test func `begin a paste that ends as it began`() {
    for introducer in Self.spellings(0x9B) {
      let bytes = introducer + input("200~q␛[201~q") + introducer + input("201~z")
      #expect(events(bytes) == [.paste(PastedText("q[201~q", controlCount: 1))] + typed("z"))
    }
    let bytes = input("␛[200~q\u{9B}201~q␛[201~z")
    #expect(events(bytes) == [.paste(PastedText("q201~q", controlCount: 1))] + typed("z"))
  }
}
