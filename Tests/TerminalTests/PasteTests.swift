import Testing

@testable import Terminal

@Suite struct `A bracketed paste` {
  @Test func `is one event, wherever it is split`() {
    let bytes = input("a␛[200~1\n2\nq é␛[201~b")
    let expected = typed("a") + [.paste("1\n2\nq é")] + typed("b")
    for split in 0...bytes.count {
      var decoder = InputDecoder()
      #expect(
        decoder.decode(bytes[..<split]) + decoder.decode(bytes[split...]) == expected, "split at \(split)")
    }
  }

  @Test func `is no sequence of keys, wherever it pauses`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(input("␛[200~12")).isEmpty)
    #expect(decoder.isWaiting && decoder.finish().isEmpty)
    #expect(decoder.decode(input("3\r␛[A␛[20")).isEmpty)
    #expect(decoder.decode(input("1~")) == [.paste(PastedText("123\n[A", controlCount: 1))])
  }

  @Test func `holds no control characters, and line feeds for all ends of line`() {
    let text = "a\u{1B}[31mb\0\u{7F}\u{9B}c\td\re\r\nf\n\ng\r\rh"
    #expect(
      events(input("␛[200~\(text)␛[201~"))
        == [.paste(PastedText("a[31mbc\td\ne\nf\n\ng\n\nh", controlCount: 4))])
  }

  @Test func `repairs broken text`() {
    #expect(
      events(input("␛[200~a") + [0xFF] + input("␛[201~"))
        == [.paste(PastedText("a\u{FFFD}", invalidCount: 1))])
  }

  @Test func `keeps what looks like its end and is none`() {
    #expect(
      events(input("␛[200~␛␛[201␛[20␛[201~x"))
        == [.paste(PastedText("[201[20", controlCount: 3))] + typed("x"))
    #expect(events(input("␛[200~␛[201~")) == [.paste("")])
  }

  @Test func `is cut when it is too large, and none of it becomes keys`() {
    var decoder = InputDecoder(pasteLimit: 10)
    #expect(decoder.decode(input("␛[200~")).isEmpty)
    for _ in 0..<9 { #expect(decoder.decode(input("12345678␛[")).isEmpty) }
    #expect(
      decoder.decode(input("␛[201~1␛[200~2␛[201~"))
        == [.paste(PastedText("12345678[", controlCount: 1, excessCount: 80))] + typed("1") + [.paste("2")])
  }
}
