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

  @Test func `while one is due, an ESC waits longer for what may follow it`() {
    var decoder = InputDecoder()
    decoder.awaitsReports = true
    #expect(decoder.decode(input("␛")).isEmpty)
    for _ in 1..<InputDecoder.escapePatience { #expect(decoder.finish().isEmpty && decoder.isWaiting) }
    #expect(decoder.decode(input("]11;rgb:0/0/0␛")).isEmpty)
    #expect(decoder.finish().isEmpty)
    #expect(decoder.decode(input("\\")).isEmpty)
    #expect(decoder.takeReports() == [.background(red: 0, green: 0, blue: 0)])
    #expect(decoder.decode(input("␛")).isEmpty)
    for _ in 1..<InputDecoder.escapePatience { #expect(decoder.finish().isEmpty) }
    #expect(decoder.finish() == [key(.escape)])
  }
}
