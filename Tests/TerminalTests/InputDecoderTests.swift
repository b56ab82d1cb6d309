import Testing

@testable import Terminal

/// Terminal input as text: `\e` is written `␛`.
func input(_ text: String) -> [UInt8] {
  text.unicodeScalars.flatMap { $0 == "␛" ? [0x1B] : Array(String($0).utf8) }
}

func key(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> InputEvent {
  .key(Key(code, modifiers: modifiers))
}

func typed(_ text: String) -> [InputEvent] { text.unicodeScalars.map { key(.character($0)) } }

/// All events of the bytes, given whole; then silence until nothing waits.
func events(_ bytes: [UInt8], _ decoder: InputDecoder = InputDecoder()) -> [InputEvent] {
  var decoder = decoder
  var events = decoder.decode(bytes)
  while decoder.isWaiting { events += decoder.finish() }
  return events
}

struct KeyCase: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let event: InputEvent?
  let testDescription: String

  init(_ text: String, _ event: InputEvent?) {
    self.init(bytes: input(text), event, text)
  }

  init(bytes: [UInt8], _ event: InputEvent?, _ name: String) {
    self.bytes = bytes
    self.event = event
    testDescription = name.debugDescription
  }
}

@Suite struct `The input decoder` {
  static let characters: [KeyCase] = [
    KeyCase("a", key(.character("a"))), KeyCase("Z", key(.character("Z"))),
    KeyCase(" ", key(.character(" "))),
    KeyCase("é", key(.character("é"))), KeyCase("漢", key(.character("漢"))),
    KeyCase("👍", key(.character("👍"))),
    KeyCase("\u{3}", key(.character("c"), .control)), KeyCase("\0", key(.character(" "), .control)),
    KeyCase("\u{1C}", key(.character("\\"), .control)), KeyCase("\u{1F}", key(.character("_"), .control)),
    KeyCase("\r", key(.enter)), KeyCase("\n", key(.enter)), KeyCase("\t", key(.tab)),
    KeyCase("\u{7F}", key(.backspace)), KeyCase("\u{8}", key(.backspace)),
    KeyCase("␛a", key(.character("a"), .alt)), KeyCase("␛é", key(.character("é"), .alt)),
    KeyCase("␛\r", key(.enter, .alt)), KeyCase("␛\u{7F}", key(.backspace, .alt)),
    KeyCase("␛\u{1}", key(.character("a"), [.alt, .control])),
    KeyCase("␛", key(.escape)), KeyCase("␛[", key(.character("["), .alt)),
    KeyCase("␛O", key(.character("O"), .alt)),
    KeyCase("␛]", key(.character("]"), .alt)), KeyCase("␛P", key(.character("P"), .alt)),
  ]

  static let cursorKeys: [KeyCase] = [
    KeyCase("␛[A", key(.up)), KeyCase("␛OA", key(.up)), KeyCase("␛[B", key(.down)),
    KeyCase("␛OB", key(.down)),
    KeyCase("␛[C", key(.right)), KeyCase("␛OD", key(.left)),
    KeyCase("␛[H", key(.home)), KeyCase("␛OH", key(.home)), KeyCase("␛[1~", key(.home)),
    KeyCase("␛[7~", key(.home)),
    KeyCase("␛[F", key(.end)), KeyCase("␛OF", key(.end)), KeyCase("␛[4~", key(.end)),
    KeyCase("␛[8~", key(.end)),
    KeyCase("␛[2~", key(.insert)), KeyCase("␛[3~", key(.delete)),
    KeyCase("␛[5~", key(.pageUp)), KeyCase("␛[6~", key(.pageDown)),
    KeyCase("␛[Z", key(.tab, .shift)), KeyCase("␛[1;5A", key(.up, .control)),
    KeyCase("␛[5C", key(.right, .control)),
    KeyCase("␛[1;2D", key(.left, .shift)), KeyCase("␛[1;3H", key(.home, .alt)),
    KeyCase("␛[1;9A", key(.up, .alt)),
    KeyCase("␛[5;6~", key(.pageUp, [.control, .shift])), KeyCase("␛O5A", key(.up, .control)),
    KeyCase("␛O1;2B", key(.down, .shift)), KeyCase("␛␛[A", key(.up, .alt)), KeyCase("␛␛OA", key(.up, .alt)),
    KeyCase("␛[7$", key(.home, .shift)), KeyCase("␛[7^", key(.home, .control)),
    KeyCase("␛[7@", key(.home, [.control, .shift])), KeyCase("␛[a", key(.up, .shift)),
    KeyCase("␛Od", key(.left, .control)),
    KeyCase("␛OM", key(.enter)), KeyCase("␛Oq", key(.character("1"))), KeyCase("␛Ok", key(.character("+"))),
    KeyCase("␛[1;1:3A", nil),
  ]

  static let functionKeys: [KeyCase] =
    zip(1..., [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]).map {
      KeyCase("␛[\($1)~", key(.function($0)))
    } + [
      KeyCase("␛OP", key(.function(1))), KeyCase("␛OR", key(.function(3))), KeyCase("␛OS", key(.function(4))),
      KeyCase("␛[[A", key(.function(1))), KeyCase("␛[[E", key(.function(5))),
      KeyCase("␛[1;5P", key(.function(1), .control)), KeyCase("␛[1;2R", key(.function(3), .shift)),
      KeyCase("␛[15;3~", key(.function(5), .alt)),
    ]

  static let reportedCharacters: [KeyCase] = [
    KeyCase("␛[97u", key(.character("a"))), KeyCase("␛[97;5u", key(.character("a"), .control)),
    KeyCase("␛[97:65;2u", key(.character("A"))), KeyCase("␛[97;2u", key(.character("A"))),
    KeyCase("␛[49;2u", key(.character("1"), .shift)), KeyCase("␛[49:33;2u", key(.character("!"))),
    KeyCase("␛[97;2;65u", key(.character("A"))),
    KeyCase("␛[97;6u", key(.character("a"), [.control, .shift])),
    KeyCase("␛[49;9u", key(.character("1"), .alt)), KeyCase("␛[32;2u", key(.character(" "))),
    KeyCase("␛[27u", key(.escape)), KeyCase("␛[13;2u", key(.enter, .shift)),
    KeyCase("␛[9;5u", key(.tab, .control)),
    KeyCase("␛[127;3u", key(.backspace, .alt)), KeyCase("␛[97;1:3u", nil),
    KeyCase("␛[97;1:2u", key(.character("a"))),
    KeyCase("␛[57400u", key(.character("1"))), KeyCase("␛[57417;5u", key(.left, .control)),
    KeyCase("␛[57376u", key(.function(13))), KeyCase("␛[57358u", nil), KeyCase("␛[57441;2u", nil),
    KeyCase("␛[27;5;97~", key(.character("a"), .control)), KeyCase("␛[27;2;65~", key(.character("A"))),
    KeyCase("␛[27;5;13~", key(.enter, .control)),
  ]

  static let pointer: [KeyCase] = [
    KeyCase("␛[<0;5;3M", .mouse(MouseEvent(action: .press, position: Position(column: 4, row: 2)))),
    KeyCase("␛[<0;5;3m", .mouse(MouseEvent(action: .release, position: Position(column: 4, row: 2)))),
    KeyCase("␛[<32;300;1M", .mouse(MouseEvent(action: .drag, position: Position(column: 299, row: 0)))),
    KeyCase("␛[<64;1;1M", .mouse(MouseEvent(action: .wheelUp, position: Position(column: 0, row: 0)))),
    KeyCase("␛[<65;1;1M", .mouse(MouseEvent(action: .wheelDown, position: Position(column: 0, row: 0)))),
    KeyCase("␛[<66;1;1M", .mouse(MouseEvent(action: .wheelLeft, position: Position(column: 0, row: 0)))),
    KeyCase("␛[<67;1;1M", .mouse(MouseEvent(action: .wheelRight, position: Position(column: 0, row: 0)))),
    KeyCase("␛[<4;0;0M", .mouse(MouseEvent(action: .press, position: Position(column: 0, row: 0)))),
    KeyCase("␛[<2;5;3M", nil), KeyCase("␛[<35;5;3M", nil), KeyCase("␛[<128;5;3M", nil),
    KeyCase("␛[<0;5M", nil),
    KeyCase("␛[M %#", .mouse(MouseEvent(action: .press, position: Position(column: 4, row: 2)))),
    KeyCase("␛[M#%#", .mouse(MouseEvent(action: .release, position: Position(column: 4, row: 2)))),
    KeyCase("␛[M@%#", .mouse(MouseEvent(action: .drag, position: Position(column: 4, row: 2)))),
    KeyCase("␛[M`%#", .mouse(MouseEvent(action: .wheelUp, position: Position(column: 4, row: 2)))),
    KeyCase("␛[MC%#", nil),
    KeyCase(
      bytes: [0x1B, 0x5B, 0x4D, 0x20, 0xFF, 0x80],
      .mouse(MouseEvent(action: .press, position: Position(column: 222, row: 95))), "far right"),
    KeyCase("␛[I", .focus(true)), KeyCase("␛[O", .focus(false)),
  ]

  static let answers: [KeyCase] =
    [
      "␛[?62;22c", "␛[>1;4000;1c", "␛[12;40R", "␛[1;1R", "␛[?1;2R", "␛[?2026;2$y", "␛[4;1$y", "␛[0n",
      "␛[8;24;80t",
      "␛[?1u", "␛[?997;1n", "␛]11;rgb:1616/1818/1d1d␛\\", "␛]10;rgb:ffff/ffff/ffff\u{7}", "␛]52;c;MQ==␛\\",
      "␛P>|XTerm(388)␛\\", "␛P1$r0m␛\\", "␛_Gi=31;OK␛\\", "␛^private␛\\", "␛Xsos␛\\", "␛]0;über 漢\u{7}",
      "␛[201~",
      "␛[999999999999999999999;1x", "␛[;;;;1;2;3z", "␛[3;1;2 q",
    ].map { KeyCase($0, nil) }

  static let broken: [KeyCase] = [
    KeyCase(bytes: [0xFF], key(.character("\u{FFFD}")), "FF"),
    KeyCase(bytes: [0x80], key(.character("\u{FFFD}")), "80"),
    KeyCase(bytes: [0xE6], key(.character("\u{FFFD}")), "E6"),
    KeyCase(bytes: [0xE6, 0x97], key(.character("\u{FFFD}")), "E6 97"),
    KeyCase("\u{9B}", key(.character("\u{FFFD}"))),
  ]

  static let all = characters + cursorKeys + functionKeys + reportedCharacters + pointer + answers + broken

  @Test(arguments: all)
  func `knows what each sequence means`(_ example: KeyCase) {
    #expect(events(example.bytes) == [example.event].compactMap { $0 })
  }

  @Test(arguments: all)
  func `does not care where reads split a sequence`(_ example: KeyCase) {
    let bytes = input("1") + example.bytes + input("2␛[B")
    let whole = events(bytes)
    for first in 0...bytes.count {
      for second in first...min(bytes.count, first + 4) {
        var decoder = InputDecoder()
        var events = decoder.decode(bytes[..<first])
        events += decoder.decode(bytes[first..<second])
        events += decoder.decode(bytes[second...])
        while decoder.isWaiting { events += decoder.finish() }
        #expect(events == whole, "split at \(first) and \(second)")
      }
    }
  }

  @Test(arguments: all.filter { $0.event == nil })
  func `makes no key of an answer that comes in two parts`(_ example: KeyCase) {
    for split in 2..<max(3, example.bytes.count) {
      var decoder = InputDecoder()
      var events = decoder.decode(example.bytes[..<split])
      for _ in 0..<10 where decoder.isWaiting { events += decoder.finish() }
      events += decoder.decode(example.bytes[split...])
      #expect(events.isEmpty, "split at \(split)")
    }
  }

  @Test func `waits for the rest of a character that a slow line split`() {
    for character in ["é", "漢", "👍"] {
      var decoder = InputDecoder()
      var events: [InputEvent] = []
      for byte in character.utf8 {
        events += decoder.decode([byte])
        for _ in 0..<10 where decoder.isWaiting { events += decoder.finish() }
      }
      #expect(events == typed(character))
    }
  }

  @Test(arguments: [
    "[?62;22c", "[0n", "]11;rgb:abab/cdcd/efef␛\\", "P1+r544e␛\\", "P>|xterm␛\\", "_Gi=31;OK␛\\",
  ])
  func `makes no key of an answer that was cut behind its ESC for long`(rest: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(input("␛")).isEmpty)
    #expect(decoder.finish() == [key(.escape)] && !decoder.isWaiting)
    #expect(decoder.decode(input(rest)).isEmpty)
    #expect(decoder.decode(input("a")) == typed("a"))
  }

  @Test func `takes what is typed after the escape key for what it is`() {
    var decoder = InputDecoder()
    _ = decoder.decode(input("␛"))
    #expect(decoder.finish() == [key(.escape)])
    #expect(decoder.decode(input("[")) == typed("["))
    #expect(decoder.decode(input("?ab")) == typed("?ab"))
    _ = decoder.decode(input("␛"))
    _ = decoder.finish()
    #expect(decoder.decode(input("[ab")) == typed("[ab"))
  }

  @Test func `takes what is typed with alt for that when nothing follows`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(input("␛␛[")).isEmpty)
    #expect(decoder.finish() == [key(.escape)])
    for _ in 2..<InputDecoder.patience { #expect(decoder.finish().isEmpty) }
    #expect(decoder.finish() == [key(.character("["), .alt)] && !decoder.isWaiting)
  }

  @Test func `reads keys in a row`() {
    #expect(
      events(input("1␛[A2é␛OB\r")) == typed("1") + [key(.up)] + typed("2é") + [key(.down), key(.enter)])
    #expect(events(input("␛␛")) == [key(.escape), key(.escape)])
    #expect(events(input("␛␛a")) == [key(.escape), key(.character("a"), .alt)])
    #expect(events(input("␛␛[")) == [key(.escape), key(.character("["), .alt)])
  }

  @Test func `keeps the escape key apart from an answer that follows it`() {
    #expect(events(input("␛␛[?62;22c")) == [key(.escape)])
    #expect(events(input("␛␛]11;rgb:0/0/0\u{7}1")) == [key(.escape)] + typed("1"))
    #expect(events(input("␛␛[<64;1;1M")).first == key(.escape))
  }

  @Test func `goes on after bytes that are no character`() {
    #expect(
      events([0xFF, 0x31, 0xE6, 0x32, 0xC0, 0xAF, 0x33]) == typed("\u{FFFD}1\u{FFFD}2\u{FFFD}\u{FFFD}3"))
    #expect(events([0xED, 0xA0, 0x80]) == typed("\u{FFFD}\u{FFFD}\u{FFFD}"))
    #expect(events([0x1B, 0x5B, 0x31, 0x0D]) == [key(.enter)])
    #expect(events([0x1B, 0x5B, 0x31, 0x1B, 0x5B, 0x41]) == [key(.up)])
  }

  @Test func `waits for the rest of a sequence, and no longer than that`() {
    var decoder = InputDecoder()
    #expect(!decoder.isWaiting && decoder.finish().isEmpty)
    #expect(decoder.decode(input("␛")).isEmpty && decoder.isWaiting)
    #expect(decoder.finish() == [key(.escape)] && !decoder.isWaiting)
    #expect(decoder.decode(input("␛[1")).isEmpty && decoder.isWaiting)
    for _ in 1..<InputDecoder.patience { #expect(decoder.finish().isEmpty && decoder.isWaiting) }
    #expect(decoder.finish().isEmpty && !decoder.isWaiting)
    #expect(decoder.decode(input("1")) == typed("1"))
  }

  @Test func `gives up a string whose end never comes`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(input("␛]11;rgb:")).isEmpty && decoder.isWaiting)
    for _ in 0..<InputDecoder.patience { #expect(decoder.finish().isEmpty) }
    #expect(!decoder.isWaiting)
    #expect(decoder.decode(input("q")) == typed("q"))
  }

  @Test func `ends a string at the next sequence`() {
    #expect(events(input("␛]11;rgb:␛[A1")) == [key(.up)] + typed("1"))
    #expect(events(input("␛Pabc\u{18}1")) == typed("1"))
  }

  @Test func `takes up the keys of a terminal's description`() {
    let decoder = InputDecoder(keySequences: [
      input("␛[25~~"): Key(.function(13)), input("␛Oz"): Key(.home), [0x10, 0x11]: Key(.function(20)),
      input("␛"): Key(.up), input("1"): Key(.down), input("␛[A"): Key(.pageUp),
    ])
    #expect(events(input("␛[25~~"), decoder) == [key(.function(13))])
    #expect(events(input("␛[25~x"), decoder) == [key(.function(13))] + typed("x"))
    #expect(events(input("␛[25~"), decoder) == [key(.function(13))])
    #expect(events(input("␛Oz␛[A1␛"), decoder) == [key(.home), key(.pageUp)] + typed("1") + [key(.escape)])
    #expect(
      events([0x10, 0x11, 0x10, 0x31], decoder) == [key(.function(20)), key(.character("p"), .control)]
        + typed("1"))
  }

  @Test func `swallows a control sequence of any length`() {
    let long = String(repeating: "1;", count: 5000)
    #expect(events(input("␛[\(long)c1")) == typed("1"))
    #expect(events(input("␛O\(long)c1")) == typed("1"))
    #expect(events(input("␛[\(long)␛[A")) == [key(.up)])
  }

  @Test func `a paste without an end is given up after two seconds, and the keyboard lives`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(input("␛[200~ab")).isEmpty && decoder.isWaiting)
    for _ in 1..<InputDecoder.pastePatience { #expect(decoder.finish().isEmpty && decoder.isWaiting) }
    #expect(decoder.finish() == [.paste("ab")] && !decoder.isWaiting)
    #expect(decoder.decode(input("q")) == [key(.character("q"))])
  }
}
