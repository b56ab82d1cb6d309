import Preference
import Terminal
import Testing

@testable import LabelingUI

/// Authors of themes are held to every role: each is to be seen somewhere.
@Suite("The roles of themes")
struct RoleUseTests {
  private static let wide = Size(columns: 400, rows: 40)

  @Test func `each is drawn on some screen`() {
    let scenes = [
      Self.texts, Self.order, Self.matches, Self.differences, Self.movedBlocks, Self.notices,
      Self.lists,
      Self.editor, Self.questions,
    ]
    let drawn = scenes.reduce(into: Set<Role>()) { $0.formUnion($1()) }
    // The ground that themes put under all others is on no cell by itself.
    #expect(Set(Role.allCases).subtracting(drawn) == [.background])
  }

  private static func roles(_ front: FrontDriver) -> Set<Role> { front.model.frame().surface.roles }

  /// Eight runs, Markdown and JSON in them.
  private static func texts() -> Set<Role> {
    let markdown = "# T\n- **b** *e* `c` [l](a)\n> q\n```\ncode\n```\n\u{1B}[m"
    let json = #"{"k": ["s", 1, null]}"#
    return roles(
      FrontDriver([makeItem(texts: [markdown, json, "", "3", "4", "5", "6", "7"])], size: wide))
  }

  private static func order() -> Set<Role> {
    var front = FrontDriver([makeItem(texts: ["1", "2", "3", "4", "5"])], size: wide)
    front.type("abc=")
    front.press(Key(.tab))
    return roles(front)
  }

  private static func matches() -> Set<Role> {
    var front = FrontDriver(texts: [["sky sky", "sea"]])
    front.type("/sky")
    front.press(Key(.enter))
    let found = roles(front)
    front.type("/")
    front.type("none")
    return found.union(roles(front))
  }

  private static func differences() -> Set<Role> {
    let same = "Sunlight is scattered by the air, and blue light most of all. "
    let pair = FrontDriver(texts: [[same + "The sea is near.", same + "Dust is red and\n\nfar."]])
    var three = FrontDriver(texts: [
      [
        same + "The sea has nothing to do with it.", same + "Dust makes sunsets red.",
        same + "Moons are black.",
      ]
    ])
    let code = FrontDriver(texts: [
      [
        "```\none\ntwo\nthree\nfour\n```\n\n# End\n\nSame words.",
        "```\none\nfour\n```\n\n# End\n\nSame words.",
      ]
    ])
    var seen = roles(pair).union(roles(code))
    for _ in ReadingAid.allCases {
      seen.formUnion(roles(three))
      three.type("d")
    }
    return seen
  }

  private static func movedBlocks() -> Set<Role> {
    let first = "The first paragraph says something of its own about rivers and lakes."
    let second = "A second one tells of mountains, valleys and the roads between them."
    let third = "At last a third is about towns, markets and the people who live there."
    return roles(
      FrontDriver(texts: [
        [
          [first, second, third].joined(separator: "\n\n"),
          [third, first, second].joined(separator: "\n\n"),
        ]
      ]))
  }

  private static func notices() -> Set<Role> {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("m")
    var seen = roles(front)
    front.send(.deliveryChanged(DeliveryStatus(refused: 1)))
    seen.formUnion(roles(front))
    front.failure = "no room"
    front.type("a")
    return seen.union(roles(front))
  }

  private static func lists() -> Set<Role> {
    var front = FrontDriver(texts: [["one", "two"], ["three", "four"]])
    front.type("L")
    front.press(Key(.down))
    var seen = roles(front)
    front.press(Key(.escape))
    front.type("?")
    seen.formUnion(roles(front))
    front.type("redo")
    seen.formUnion(roles(front))
    front.press(Key(.escape), Key(.escape))
    front.type("t")
    return seen.union(roles(front))
  }

  private static func editor() -> Set<Role> {
    var front = FrontDriver(
      texts: [["one two three four five", "b"]], size: Size(columns: 160, rows: 40))
    front.type("e")
    front.press(Key(.delete, modifiers: .control), Key(.right, modifiers: .shift))
    front.wait(.seconds(1))
    return roles(front)
  }

  private static func questions() -> Set<Role> {
    let items = [makeItem(texts: ["one", "two"])]
    var front = FrontDriver(items, rubric: ReasonsPanelTests.rubric(required: true))
    front.type("hf")
    front.press(Key(.down))
    return roles(front)
  }
}
