import Preference
import StrictJSON
import Terminal
import Testing

@testable import LabelingUI

@Suite("Recorded sessions")
struct RecordingTests {
  private static let texts = [
    "Sunlight is scattered, 空が青い e\u{301}\u{202E}.", "two\n\n- items `code`", "three",
  ]

  static let messages: [Message] = [
    .input(.key(Key(.character("x"), modifiers: [.control, .alt])), at: .milliseconds(1500)),
    .input(.key(Key(.function(30))), at: .zero), .input(.key(.letter("F")), at: .zero),
    .input(.key(Key(.pageDown, modifiers: .shift)), at: .zero), .input(.paste("text"), at: .seconds(1)),
    .input(.mouse(MouseEvent(action: .wheelUp, position: Position(column: 3, row: 4))), at: .zero),
    .input(.focus(true), at: .zero), .resized(Size(columns: 80, rows: 24)),
    .timePassed(at: .microseconds(7)), .frameShown(at: .seconds(2)),
    .opened(
      makeItem(texts: texts, order: [2, 0, 1], judged: .ranked([[1, 0], [2]])),
      RaterProgress(total: 3, judged: 1)),
    .nothingLeft(RaterProgress(total: 1, judged: 1)), .recorded(RaterProgress(total: 2, judged: 1)),
    .recordingFailed(reason: "full"), .stepped(.undo, comparison: 3), .stepped(.redo, comparison: nil),
    .workFailed(.keeping, reason: "gone"), .flagChanged(comparison: 2, isFlagged: true),
    .draftDiscarded(comparison: 3),
    .queueListed(
      QueuePage(
        number: 1, total: 2, position: 1, start: 1,
        entries: [
          QueueEntry(
            number: 2, id: "q", prompt: "Why?", order: [1, 0], hasDraft: true, begun: ["comment"],
            begunElsewhere: ["order A"])
        ])),
    .deliveryChanged(DeliveryStatus(delivered: 1, verified: 4, waiting: 2, refused: 3, held: "no key")),
    .deliveryChanged(DeliveryStatus()), .copyRefused, .copyFailed(reason: "gone"),
    .resumed(wasSuspended: true), .terminationRequested,
    .themesChanged([ThemeCatalog.Source(name: "mine", path: "mine.toml", text: "inherits = \"mono\"\n")]),
  ]

  @Test(arguments: messages)
  func `every message is read back as it was`(message: Message) throws {
    #expect(try read(message.json(TextMask(isOff: true))) == message)
  }

  @Test func `a session is had again, screen by screen`() throws {
    for texts in [true, false] {
      var front = RecordedFront(recordsTexts: texts)
      front.play("c=b\u{1B}?all")
      #expect(try front.replayed() == front.screens(masked: !texts))
    }
  }

  @Test func `nothing that anybody wrote is in a recording, unless it is asked for`() {
    var front = RecordedFront(recordsTexts: false)
    front.play("a")
    let recording = front.text
    for secret in ["Sunlight", "two", "空", "sky", "model-0", "pasted words"] {
      #expect(!recording.contains(secret), "\(secret)")
    }
    #expect(recording.contains("xxxxxxxx xx xxxxxxxxx, 〇〇〇〇 x\u{202E}."), "\(recording)")
    #expect(recording.contains("xxx\\n\\n- xxxxx `xxxx`"))
  }

  @Test(arguments: [
    (#"{"inptu": {}}"#, "expected a message; the nearest is input"),
    (#"{"time": -1}"#, "time: expected a whole number from 0"),
    (#"{"time": 1, "at": 2}"#, "at: expected"),
    (
      #"{"input": {"key": "Entr", "held": []}, "at": 0}"#,
      "input.key: expected a character or the name of a key"
    ),
    (
      #"{"input": {"key": "a", "held": ["hyper"]}, "at": 0}"#, "input.held[0]: expected shift, alt or control"
    ),
    (#"{"resized": {"columns": 0, "rows": 1}}"#, "resized.columns: expected a whole number from 1 to 2000"),
    (#"{"stepped": "redo!", "comparison": null}"#, "stepped: expected one of undo, redo"),
    ("{}", "expected a message"), ("[]", "expected an object"), ("{", "byte 2: expected"),
    (
      #"{"opened": {"number": 1, "comparison": {"id": "c", "prompt": "p", "candidates": [{"text": "a"}, {"text": "b"}]}, "#
        + #""order": [0, 0], "judged": null}, "progress": {"total": 1, "judged": 0}}"#,
      "opened.order: expected each of the 2 candidates once"
    ),
  ])
  func `a line that is no message is told with its field`(line: String, words: String) throws {
    var replay = SessionReplay()
    try replay.take(line: RecordedFront(recordsTexts: true).lines[0])
    do {
      try replay.take(line: Array(line.utf8))
      Issue.record("taken")
    } catch {
      #expect("\(error)".hasPrefix(words), "\(error)")
    }
  }

  @Test func `what is no recording is told at its first line`() {
    var replay = SessionReplay()
    #expect(throws: RecordFault.self) { try replay.take(line: Array(#"{"id": 1}"#.utf8)) }
    #expect(replay.frame == nil)
  }

  @Test func `keys of one's own are part of the recording`() throws {
    var bindings = KeyBindings(.vim)
    bindings[.save] = [.typed("g", "s"), .character("%")]
    bindings.editor[.save] = [KeySequence(.control("x"))]
    bindings.editor[.deleteLine] = []
    var model = Model(
      campaign: "c", progress: RaterProgress(total: 1, judged: 0), size: Size(columns: 80, rows: 24),
      repertoire: .ascii, keymap: Keymap(bindings))
    model.clipboardLimit = nil
    let start = SessionStart(model, recordsTexts: false)
    #expect(try SessionStart(Field(value: start.json, path: .record)).model == model)
  }

  @Test(arguments: [true, false]) func `whether the mouse was the program's is part of the recording`(
    isUsed: Bool
  ) throws {
    var model = Model(
      campaign: "test", progress: RaterProgress(total: 1, judged: 0), size: Size(columns: 80, rows: 24))
    model.usesMouse = isUsed
    let start = SessionStart(model, recordsTexts: false).json
    #expect(try SessionStart(Field(value: start, path: .record)).model.usesMouse == isUsed)
  }

  private func read(_ value: JSONValue) throws -> Message {
    try Message(Field(value: JSONParser.parse(value.utf8()), path: .record))
  }
}

/// A model that is recorded while it is driven.
private struct RecordedFront {
  private final class Tape { var lines: [[UInt8]] = [] }

  private var model: Model
  private let recorder: SessionRecorder
  private let tape = Tape()
  private var shown: [[String]] = []

  init(recordsTexts: Bool) {
    model = Model(
      campaign: "c", progress: RaterProgress(total: 1, judged: 0), size: Size(columns: 60, rows: 16))
    recorder = SessionRecorder(model, recordsTexts: recordsTexts) { [tape] in tape.lines.append($0) }
    shown = [model.frame().surface.rowsOfText]
  }

  var lines: [[UInt8]] { tape.lines.map { Array($0.dropLast()) } }
  var text: String { lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") }

  mutating func play(_ letters: String) {
    let texts = ["Sunlight is scattered, 空が青い e\u{301}\u{202E}.", "two\n\n- items `code`", "three"]
    take(.opened(makeItem(texts: texts), RaterProgress(total: 1, judged: 0)))
    take(.frameShown(at: .zero))
    take(.input(.paste("pasted words"), at: .milliseconds(200)))
    for (index, scalar) in letters.unicodeScalars.enumerated() {
      let key = scalar == "\u{1B}" ? Key(.escape) : Key(.character(scalar))
      take(.input(.key(key), at: .seconds(index + 1)))
    }
  }

  private mutating func take(_ message: Message) {
    recorder.note(message)
    _ = model.update(message)
    shown.append(model.frame().surface.rowsOfText)
  }

  /// Masked: every word that is not the program's own has its shape only.
  func screens(masked: Bool) -> [[String]] {
    guard masked else { return shown }
    return shown.map { screen in screen.map(Self.masked) }
  }

  private static func masked(_ row: String) -> String {
    var row = row
    for words in [
      "Sunlight is scattered", "空が青い e\u{301}", "two", "items", "code", "three", "Why is the sky blue",
    ] {
      row = row.replacing(words, with: TextMask(isOff: false)(words))
    }
    return row
  }

  func replayed() throws -> [[String]] {
    var replay = SessionReplay()
    return try lines.map { line in
      try replay.take(line: line)
      return replay.frame?.surface.rowsOfText ?? []
    }
  }
}
