import Preference
import Terminal
import Testing

@testable import LabelingUI

/// Sessions that nobody would have: whatever is pressed, the recording leads to the same screen and holds nobody's words.
@Suite("Recordings of random sessions")
struct RandomSessionTests {
  @Test(arguments: 0..<12) func `a long session is had again, to the last screen`(seed: UInt64) throws {
    var session = RandomSession(seed: seed, recordsTexts: true)
    session.play(steps: 250)
    #expect(try session.replayedScreen() == session.screen)
  }

  @Test(arguments: 100..<112) func `without texts it can be had again too, and says nothing of them`(
    seed: UInt64
  ) throws {
    var session = RandomSession(seed: seed, recordsTexts: false)
    session.play(steps: 250)
    #expect(try session.replayedScreen().count == session.screen.count)
    let recording = session.recording
    for word in RandomSession.words { #expect(!recording.contains(word), "\(word)") }
  }
}

/// Presses keys, turns the wheel, resizes and pastes at random, with a comparison's workspace behind it.
private struct RandomSession {
  private final class Tape { var lines: [[UInt8]] = [] }

  static let words = [
    "Rayleigh", "scattering", "molecules", "atmosphere", "wavelength", "Tyndall", "空が青い", "отвечает",
    "naïvely", "sunlight", "violet",
  ]
  private static let keys: [Key] =
    "abcdefghijklmnoprstuvwxyzLNIEGMCJK123450!#&()*+<>=[]~/?.,-_|".unicodeScalars.map { .letter($0) }
    + [
      Key(.enter), Key(.enter), Key(.escape), Key(.escape), Key(.escape), Key(.tab),
      Key(.tab, modifiers: .shift), Key(.up), Key(.down), Key(.left), Key(.right), Key(.pageUp),
      Key(.pageDown), Key(.home), Key(.end), Key(.backspace), Key(.delete), Key(.down, modifiers: .control),
      Key(.function(12)), .control("s"), .control("f"), .control("l"), .control("o"), .control("z"),
      Key(.character("r"), modifiers: .alt), Key(.character("c"), modifiers: .alt),
    ]

  private var generator: SplitMix64
  private var front: FrontDriver
  private let tape = Tape()

  init(seed: UInt64, recordsTexts: Bool) {
    var generator = SplitMix64(seed: seed)
    let items = (1...5).map { Self.item($0, using: &generator) }
    self.generator = generator
    let tape = tape
    front = FrontDriver(items) { model in
      SessionRecorder(model, recordsTexts: recordsTexts) { tape.lines.append($0) }
    }
  }

  private static func item(_ number: Int, using generator: inout SplitMix64) -> ComparisonItem {
    let texts = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
      text(words: Int.random(in: 0...80, using: &generator), using: &generator)
    }
    return ComparisonItem(
      number: number,
      comparison: makeComparison(
        "id-\(number)", texts: texts, prompt: text(words: 9, using: &generator)),
      order: Array(texts.indices).shuffled(using: &generator), judged: nil)
  }

  private static func text(words count: Int, using generator: inout SplitMix64) -> String {
    (0..<count).map { _ in
      (words.randomElement(using: &generator) ?? "")
        + ([" ", " ", " ", ". ", "\n\n", "\n- "].randomElement(using: &generator) ?? "")
    }.joined()
  }

  mutating func play(steps: Int) {
    for _ in 0..<steps { step() }
  }

  private mutating func step() {
    switch Int.random(in: 0..<40, using: &generator) {
    case 0:
      let size = Size(
        columns: Int.random(in: 1...160, using: &generator), rows: Int.random(in: 1...50, using: &generator))
      front.send(.resized(size))
    case 1:
      let text = PastedText(Self.words.randomElement(using: &generator) ?? "")
      front.send(.input(.paste(text), at: front.now))
    case 2...4:
      let position = Position(
        column: Int.random(in: 0..<160, using: &generator), row: Int.random(in: 0..<50, using: &generator))
      let action = [MouseEvent.Action.wheelUp, .wheelDown, .press].randomElement(using: &generator)
      front.send(.input(.mouse(MouseEvent(action: action ?? .press, position: position)), at: front.now))
    case 5: front.wait(.milliseconds(Int.random(in: 1...3000, using: &generator)))
    default: front.press(Self.keys.randomElement(using: &generator) ?? Key(.down))
    }
  }

  var screen: [String] { front.model.frame().surface.rowsOfText }
  var recording: String { tape.lines.map { String(decoding: $0, as: UTF8.self) }.joined() }

  func replayedScreen() throws -> [String] {
    var replay = SessionReplay()
    for line in tape.lines { try replay.take(line: line.dropLast()) }
    return replay.frame?.surface.rowsOfText ?? []
  }
}
