import Preference
import StrictJSON
import Terminal

extension Key {
  private static let modifierNames: [(modifier: Modifiers, name: String)] = [
    (.shift, "shift"), (.alt, "alt"), (.control, "control"),
  ]

  var json: JSONValue {
    let held = Self.modifierNames.filter { modifiers.contains($0.modifier) }.map { JSONValue.string($0.name) }
    return ["key": .string(code.recordedName), "held": .array(held)]
  }

  init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["key", "held"])
    var modifiers: Modifiers = []
    for element in try field["held"].elements(of: "modifiers") {
      let name = try element.text()
      guard let known = Self.modifierNames.first(where: { $0.name == name }) else {
        throw element.fault(expected: "shift, alt or control")
      }
      modifiers.insert(known.modifier)
    }
    self.init(try Code(field["key"]), modifiers: modifiers)
  }
}

extension Key.Code {
  fileprivate var recordedName: String {
    if case .character(let scalar) = self { return String(scalar) }
    return Key(self).text
  }

  fileprivate init(_ field: Field) throws(RecordFault) {
    let name = try field.nonEmptyText()
    if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1 {
      self = .character(scalar)
    } else if let known = Self.names.first(where: { $0.name == name }) {
      self = known.code
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...255).contains(number) {
      self = .function(number)
    } else {
      throw field.fault(expected: "a character or the name of a key")
    }
  }
}
