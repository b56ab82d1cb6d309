import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite("Screens")
struct ScreenTests {
  static let sizes = [(20, 5), (40, 12), (80, 24), (120, 40)].map { Size(columns: $0.0, rows: $0.1) }

  static let pair = makeItem(
    number: 3,
    texts: [
      "Sunlight is scattered by the air. Blue light is scattered more than red light, so we see it from everywhere.",
      "空が青いのは、太陽の光が空気で散らばるからです。青い光は赤い光よりよく散らばります。",
    ])

  static let many = makeItem(
    number: 1,
    texts: ["first", "", "a\u{1B}[31mred\u{202E}", "مرحبا بالعالم", "👍🏽 👨‍👩‍👧 e\u{301}"])

  @Test(arguments: sizes) func `a pair`(size: Size) {
    let front = FrontDriver([Self.pair], size: size)
    expectSnapshot(front.model.frame().snapshot, named: "pair-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func `five runs, two of them placed as a tie`(size: Size) {
    var front = FrontDriver([Self.many], size: size)
    front.type("c=a")
    expectSnapshot(front.model.frame().snapshot, named: "many-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func `the keys`(size: Size) {
    var front = FrontDriver([Self.pair], size: size)
    front.type("?")
    expectSnapshot(front.model.frame().snapshot, named: "keys-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes + [Size(columns: 200, rows: 60)]) func `what may follow the first keys`(size: Size) {
    var front = FrontDriver([Self.many], size: size, keymap: Keymap(KeyBindings(.emacs)))
    front.press(.control("x"))
    front.send(.timePassed(at: front.model.wakeTime ?? .zero))
    expectSnapshot(front.model.frame().snapshot, named: "guide-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func `the keys, filtered`(size: Size) {
    var front = FrontDriver([Self.pair], size: size)
    front.type("?run focus")
    front.press(Key(.down))
    expectSnapshot(front.model.frame().snapshot, named: "keys-found-\(size.columns)x\(size.rows)")
  }

  @Test func `a terminal that shows ASCII only gets ASCII only`() {
    let front = FrontDriver([Self.many], repertoire: .ascii)
    expectSnapshot(front.model.frame().snapshot, named: "many-ascii-80x24")
    #expect(front.text.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func `nothing left`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.send(.deliveryChanged(DeliveryStatus(delivered: 9, waiting: 3, held: "no LANGSMITH_API_KEY")))
    front.type("a")
    expectSnapshot(front.model.frame().snapshot, named: "finished-80x24")
  }

  @Test func `below the smallest size the screen asks to be enlarged and keys rank what was seen`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.send(.resized(Size(columns: 19, rows: 4)))
    #expect(front.line(0).hasPrefix("20x5: enlarge"))
    front.type("a")
    #expect(front.decisions.count == 1)
  }

  @Test func `what is said below the smallest size has all the rows there are`() {
    let front = FrontDriver(texts: [["one", "two"]], size: Size(columns: 10, rows: 3))
    #expect((0..<3).map { front.line($0) } == ["20x5:     ", "enlarge, q", "quits     "])
  }

  @Test func `every size from 1×1 up draws`() {
    for columns in [1, 2, 5, 19, 20, 38, 77, 300] {
      for rows in [1, 2, 3, 4, 5, 6, 7, 8, 80] {
        var front = FrontDriver([Self.many], size: Size(columns: columns, rows: rows))
        front.type("?")
        front.press(Key(.escape))
        front.type("p0p")
        #expect(front.model.frame().surface.size == Size(columns: columns, rows: rows))
      }
    }
  }

  @Test func `the header tells what is saved and what is delivered`() {
    var front = FrontDriver([Self.pair])
    front.send(.deliveryChanged(DeliveryStatus(delivered: 9, waiting: 3)))
    #expect(front.line(0).contains("0 saved · 9 delivered · 3 waiting"))
    front.send(.deliveryChanged(DeliveryStatus(delivered: 9, verified: 7, waiting: 3)))
    #expect(front.line(0).contains("0 saved · 9 delivered · 7 verified · 3 waiting"))
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
  func `what to do about a failure is never cut`(size: Size) {
    var front = FrontDriver([Self.pair], size: size)
    front.failure =
      "/home/ada/campaigns/spring.podium: the disk is full: nothing was written. Free some space, then try again"
    front.type("a")
    #expect(front.text.contains("then try again"))
  }
}
