import Preference
import StrictJSON
import Terminal

/// How a session began: the first line of its recording.
struct SessionStart {
  /// Of recordings; what a later Podium writes may not be understood by this one.
  static let format = 1

  let model: Model
  let mask: TextMask

  var json: JSONValue {
    [
      "podium_session": .count(Self.format), "campaign": .string(model.campaign),
      "progress": model.progress.json, "size": model.size.json,
      "characters": .string(model.repertoire == .unicode ? "unicode" : "ascii"),
      "texts": .bool(mask.isOff), "keys": model.keymap.bindings.json, "themes": model.themes.json,
      "place": model.resumes.map { .string($0.json) } ?? .null,
      "break": model.pace.breakInterval.map(JSONValue.time) ?? .null, "rubric": model.rubric?.json ?? .null,
      "mouse": .bool(model.usesMouse),
      "clipboard_limit": model.clipboardLimit.map(JSONValue.count) ?? .null,
    ]
  }

  init(_ model: Model, recordsTexts: Bool) {
    self.model = model
    mask = TextMask(isOff: recordsTexts)
  }

  init(_ line: Field) throws(RecordFault) {
    guard line.value.object?["podium_session"] != nil else {
      throw line.fault(expected: "the first line of a recording that podium label --record made")
    }
    try line.allowOnly([
      "podium_session", "campaign", "progress", "size", "characters", "texts", "keys", "themes", "place",
      "break", "rubric", "mouse", "clipboard_limit",
    ])
    guard try line["podium_session"].count() == Self.format else {
      throw line["podium_session"].fault(expected: "\(Self.format); this was recorded by another Podium")
    }
    mask = TextMask(isOff: try line["texts"].truth())
    var model = Model(
      campaign: try line["campaign"].text(), progress: try RaterProgress(line["progress"]),
      size: try Size(line["size"]), repertoire: try line["characters"].repertoire(),
      keymap: Keymap(try KeyBindings(line["keys"])), themes: try ThemeSelection(line["themes"]),
      place: line.optional("place")?.value.string.flatMap { RaterPlace(json: $0) },
      breakInterval: try line.optional("break")?.time(),
      rubric: try line.optional("rubric").map { rubric throws(RecordFault) in try Rubric(rubric) })
    model.usesMouse = try line.optional("mouse")?.truth() ?? true
    if line.value.object?["clipboard_limit"] != nil {
      model.clipboardLimit = try line.optional("clipboard_limit")?.count()
    }
    self.model = model
  }
}

extension Field {
  fileprivate func repertoire() throws(RecordFault) -> Repertoire {
    switch value.string {
    case "unicode": .unicode
    case "ascii": .ascii
    default: throw fault(expected: "unicode or ascii")
    }
  }
}

extension KeyBindings {
  /// The preset, and the commands whose keys are others.
  fileprivate var json: JSONValue {
    let standard = KeyBindings(preset)
    var changed = JSONObject()
    for command in Command.allCases where self[command] != standard[command] {
      changed[command.rawValue] = .array(self[command].map { .string($0.notation) })
    }
    return ["preset": .string(preset.rawValue), "changed": .object(changed), "editor": editor.json(preset)]
  }

  fileprivate init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["preset", "changed", "editor"])
    self.init(try field["preset"].choice(of: KeyPreset.self))
    for member in try field["changed"].object().members {
      let keys = field["changed"][member.key]
      guard let command = Command(rawValue: member.key) else { throw keys.fault(expected: "no such command") }
      var patterns: [KeyPattern] = []
      for element in try keys.elements(of: "keys") { patterns.append(try element.keyPattern()) }
      self[command] = patterns
    }
    for member in try field.optional("editor")?.object().members ?? [] {
      let keys = field["editor"][member.key]
      guard let command = EditorCommand(rawValue: member.key) else {
        throw keys.fault(expected: "no such command")
      }
      var sequences: [KeySequence] = []
      for element in try keys.elements(of: "keys") { sequences.append(try element.keySequence()) }
      editor[command] = sequences
    }
  }
}

extension EditorKeyBindings {
  /// The commands whose keys are not those of the preset.
  fileprivate func json(_ preset: KeyPreset) -> JSONValue {
    let standard = EditorKeyBindings(preset)
    var changed = JSONObject()
    for command in EditorCommand.allCases where self[command] != standard[command] {
      changed[command.rawValue] = .array(self[command].map { .string(KeyPattern.keys($0).notation) })
    }
    return .object(changed)
  }
}

extension Field {
  fileprivate func keyPattern() throws(RecordFault) -> KeyPattern {
    let text = try text()
    if let pattern = [KeyPattern.runLetter, .digit].first(where: { $0.notation == text }) { return pattern }
    return .keys(try keySequence())
  }

  fileprivate func keySequence() throws(RecordFault) -> KeySequence {
    let text = try text()
    do { return try KeyNotation.sequence(text) } catch { throw fault(expected: "keys") }
  }
}
