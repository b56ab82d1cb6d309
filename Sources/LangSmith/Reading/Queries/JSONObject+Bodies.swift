import Foundation
import Identifiers
import StrictJSON

/// Members of request bodies, which are left out where there is nothing to say.
extension JSONObject {
  mutating func setText(_ key: String, _ text: String?) {
    self[key] = text.map(JSONValue.string)
  }

  mutating func setIDs(_ key: String, _ ids: [UUID]) {
    setTexts(key, ids.map(\.lowercaseString))
  }

  mutating func setTexts(_ key: String, _ texts: [String]) {
    self[key] = texts.isEmpty ? nil : .array(texts.map(JSONValue.string))
  }
}
