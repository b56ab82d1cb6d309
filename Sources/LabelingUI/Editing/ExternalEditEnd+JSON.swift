import Preference
import StrictJSON

extension ExternalEditEnd {
  func json(_ mask: TextMask) -> JSONValue {
    switch self {
    case .changed(let text): ["changed": .string(mask(text))]
    case .unchanged: ["unchanged": true]
    case .unchangedAtOnce: ["unchanged_at_once": .string("")]
    case .emptied: ["emptied": true]
    case .failed(let reason): ["failed": .string(mask(reason))]
    }
  }

  init(_ field: Field) throws(RecordFault) {
    let name = try field.object().members.first?.key ?? ""
    try field.allowOnly([name])
    switch name {
    case "changed": self = .changed(try field[name].text())
    case "unchanged": self = .unchanged
    case "unchanged_at_once": self = .unchangedAtOnce(command: try field[name].text(), path: "")
    case "emptied": self = .emptied
    case "failed": self = .failed(try field[name].text())
    default: throw field.fault(expected: "what became of the text")
    }
  }
}
