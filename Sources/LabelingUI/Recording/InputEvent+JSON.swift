import Preference
import StrictJSON
import Terminal

extension InputEvent {
  /// - Parameter masking: what is written instead of a pasted text.
  func json(_ masking: TextMask) -> JSONValue {
    switch self {
    case .key(let key): key.json
    case .paste(let text): ["paste": .string(masking(text))]
    case .mouse(let event):
      [
        "mouse": .string(event.action.recordedName), "column": .count(event.position.column),
        "row": .count(event.position.row),
      ]
    case .focus(let isFocused): ["focus": .bool(isFocused)]
    }
  }

  init(_ field: Field) throws(RecordFault) {
    if let paste = field.optional("paste") {
      try field.allowOnly(["paste"])
      self = .paste(try paste.text())
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
