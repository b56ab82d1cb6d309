import Testing

@testable import Terminal

@Suite struct `Answers of the terminal` {
  static let answers: [(String, TerminalReport)] = [
    ("␛[?2026;2$y", .mode(2026, .reset)), ("␛[?2026;1$y", .mode(2026, .set)),
    ("␛[?2026;0$y", .mode(2026, .unknown)), ("␛[?2031;4$y", .mode(2031, .alwaysReset)),
    ("␛]11;rgb:ffff/8080/0000␛\\", .background(red: 0xFFFF, green: 0x8080, blue: 0)),
    ("␛]11;rgb:ff/80/00\u{7}", .background(red: 0xFFFF, green: 0x8080, blue: 0)),
    ("␛]11;rgba:0/f/0/f␛\\", .background(red: 0, green: 0xFFFF, blue: 0)),
    ("␛[?62;22c", .deviceAttributes), ("␛[?6c", .deviceAttributes),
    ("␛[?997;1n", .colorScheme(isDark: true)), ("␛[?997;2n", .colorScheme(isDark: false)),
  ]

  @Test(arguments: answers)
  func `are understood, wherever they are split, and are no keys`(text: String, report: TerminalReport) {
    let bytes = input("1") + input(text) + input("2")
    for split in 0...bytes.count {
      var decoder = InputDecoder()
      var events = decoder.decode(bytes[..<split])
      events += decoder.decode(bytes[split...])
      #expect(events == typed("12") && decoder.takeReports() == [report], "split at \(split)")
      #expect(decoder.takeReports().isEmpty)
    }
  }

  @Test(arguments: [
    "␛]10;rgb:0/0/0␛\\", "␛]11;rgb:0/0␛\\", "␛]11;rgb:0/0/00000␛\\", "␛]11;rgb:x/0/0␛\\", "␛]11;black␛\\",
    "␛]11;rgb:0/0/+1␛\\", "␛P11;rgb:0/0/0␛\\", "␛[?2026$y", "␛[?2026;9$y", "␛[?997;3n", "␛[>0;276;0c",
    "␛[24;80R",
    "␛[2026;1$y", "␛]11;rgb:0/0/0\u{18}", "␛[0n",
  ])
  func `that say nothing we asked for are swallowed`(text: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(input(text)).isEmpty)
    #expect(decoder.takeReports().isEmpty)
  }

  @Test func `a string of any length is no answer, and nothing of it is kept`() {
    var decoder = InputDecoder()
    let long = "␛]11;rgb:0/0/0" + String(repeating: "0", count: 100_000) + "␛\\1"
    #expect(decoder.decode(input(long)) == typed("1"))
    #expect(decoder.takeReports().isEmpty)
  }

  @Test func `nobody needs to take them`() {
    var decoder = InputDecoder()
    for _ in 0..<1000 { #expect(decoder.decode(input("␛[?6c")).isEmpty) }
    #expect(decoder.takeReports().count < 100)
  }

  @Test(arguments: answers)
  func `that are due are understood after the ESC was taken for the key`(text: String, report: TerminalReport)
  {
    let bytes = input(text)
    for split in 2...bytes.count {
      var decoder = InputDecoder()
      decoder.awaitsReports = true
      #expect(decoder.decode(bytes[..<1]).isEmpty)
      #expect(decoder.finish() == [key(.escape)])
      var events = decoder.decode(bytes[1..<split]) + decoder.finish() + decoder.finish()
      events += decoder.decode(bytes[split...])
      #expect(events.isEmpty && decoder.takeReports() == [report] && !decoder.isWaiting, "split at \(split)")
    }
  }

  @Test func `that are due hold keys back, and take none away`() {
    var decoder = InputDecoder()
    decoder.awaitsReports = true
    #expect(decoder.decode(input("␛")) + decoder.finish() == [key(.escape)])
    #expect(decoder.decode(input("]")).isEmpty)
    #expect(silence(of: &decoder) == typed("]"))
    #expect(!decoder.isWaiting && decoder.decode(input("a")) == typed("a"))
  }

  /// Of every kind: title reports, APC, PM, SOS, DCS, focus, and the answers above.
  static let torn =
    answers.map(\.0) + [
      "␛]labc qx␛\\", "␛]lab␛\\", "␛]Lab\u{7}", "␛_abc␛\\", "␛^abq␛\\", "␛Xabq␛\\", "␛P>|abq␛\\", "␛[I",
      "␛[O",
      "␛_Gi=1;OK␛\\", "␛P1$r0m␛\\", "␛[3;1R",
    ]

  @Test(arguments: torn)
  func `torn right after the ESC, and once more, are no keys`(text: String) {
    let bytes = input(text)
    for split in 3...bytes.count {
      // A focus report that is torn twice cannot be told from keys.
      var decoder = InputDecoder()
      #expect(decoder.decode(bytes[..<1]) + decoder.finish() == [key(.escape)])
      var events = decoder.decode(bytes[1..<split])
      for _ in 0..<10 { events += decoder.finish() }
      events += decoder.decode(bytes[split...])
      events.removeAll { if case .focus = $0 { true } else { false } }
      #expect(events.isEmpty, "split at \(split)")
      #expect(decoder.decode(input("1")) == typed("1"), "split at \(split)")
    }
  }

  @Test(arguments: ["_a", "^ab", "Xq", "]lx", "P1", "[1", "]1", "X漢"])
  func `that never come leave the keys that looked like one`(text: String) {
    var decoder = afterEscape()
    #expect(decoder.decode(input(text)).isEmpty)
    #expect(silence(of: &decoder) == typed(text))
    #expect(!decoder.isWaiting && decoder.decode(input("␛[A")) == [key(.up)])
  }

  @Test(arguments: ["\r", "\t", "\u{1A}", "\u{18}", "␛[A"])
  func `hold no such key, so what was typed before it comes at once`(text: String) {
    var (decoder, plain) = (afterEscape(), InputDecoder())
    let expected = typed("Xq") + plain.decode(input(text)) + typed("1")
    #expect(decoder.decode(input("Xq" + text + "1")) == expected)
  }

  @Test func `are not looked for where keys come one by one`() {
    for text in ["_a", "^b", "Xq", "[I", "]l"] {
      var decoder = afterEscape()
      var events: [InputEvent] = []
      for byte in text.utf8 { events += decoder.decode([byte]) }
      #expect(events == typed(text))
    }
  }

  @Test func `a torn string of any length is no key, and little of it is kept`() {
    var decoder = afterEscape()
    #expect(decoder.decode(input("_G" + String(repeating: "a", count: 100_000))).isEmpty)
    #expect(silence(of: &decoder).isEmpty && !decoder.isWaiting)
  }

  private func afterEscape() -> InputDecoder {
    var decoder = InputDecoder()
    #expect(decoder.decode(input("␛")) + decoder.finish() == [key(.escape)])
    return decoder
  }

  private func silence(of decoder: inout InputDecoder) -> [InputEvent] {
    (0..<InputDecoder.patience).flatMap { _ in decoder.finish() }
  }
}
