import Preference
import StrictJSON
import Terminal

extension InputEvent {
  /// - Parameter masking: what is written instead of a pasted text.
  func json(_ masking: TextMask) -> JSONValue {
    switch self {
    case .key(let key): key.json
    case .paste(let pasted): pasted.json(masking)
    case .mouse(let event):
      [
        "mouse": .string(event.action.recordedName), "column": .count(event.position.column),
        "row": .count(event.position.row),
      ]
    case .focus(let isFocused): ["focus": .bool(isFocused)]
    }
  }

  init(_ field: Field) throws(RecordFault) {
    if field.optional("paste") != nil {
      self = .paste(try PastedText(field))
    } else if let mouse = field.optional("mouse") {
      try field.allowOnly(["mouse", "column", "row"])
      let position = Position(column: try field["column"].count(), row: try field["row"].count())
      self = .mouse(MouseEvent(action: try MouseEvent.Action(mouse), position: position))
    } else if let focus = field.optional("focus") {
      try field.allowOnly(["focus"])
      self = .focus(try focus.truth())
    } else {
      self = .key(try Key(field))
    }
  }
}

/// `{"paste": …, "controls": 3}`: what was left out of it is only there if something was.
extension PastedText {
  private static let countKeys = ["controls", "invalid", "excess"]

  fileprivate func json(_ masking: TextMask) -> JSONValue {
    var object: JSONObject = ["paste": .string(masking(text))]
    for (key, count) in zip(Self.countKeys, [controlCount, invalidCount, excessCount]) where count > 0 {
      object[key] = .count(count)
    }
    return .object(object)
  }

  fileprivate init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["paste"] + Self.countKeys)
    func count(_ key: String) throws(RecordFault) -> Int { try field.optional(key)?.count() ?? 0 }
    self.init(
      try field["paste"].text(), controlCount: try count("controls"), invalidCount: try count("invalid"),
      excessCount: try count("excess"))
  }
}

extension MouseEvent.Action {
  private static let names: [(action: MouseEvent.Action, name: String)] = [
    (.press, "press"), (.release, "release"), (.drag, "drag"), (.wheelUp, "wheel-up"),
    (.wheelDown, "wheel-down"), (.wheelLeft, "wheel-left"), (.wheelRight, "wheel-right"),
  ]

  fileprivate var recordedName: String { Self.names.first { $0.action == self }?.name ?? "press" }

  fileprivate init(_ field: Field) throws(RecordFault) {
    let name = try field.text()
    guard let known = Self.names.first(where: { $0.name == name }) else {
      throw field.fault(expected: "one of \(Self.names.map(\.name).joined(separator: ", "))")
    }
    self = known.action
  }
}
