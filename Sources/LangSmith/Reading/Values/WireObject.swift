import Foundation
import StrictJSON

/// A value that is read from LangSmith. What it cannot do without is checked when it is made; all else may be
/// missing, null, or more than is known here, and is to be had in `json`.
protocol WireObject: Sendable {
  /// - Parameter subject: What was asked for.
  /// - Throws: `LangSmithError`.
  init(_ value: JSONValue, subject: String) throws
}

/// An object that has an id.
protocol IdentifiedWireObject: WireObject {
  init(id: UUID, json: JSONObject)
}

extension IdentifiedWireObject {
  init(_ value: JSONValue, subject: String) throws {
    guard let json = value.object else {
      throw LangSmithError(.unreadable, subject, detail: "expected an object")
    }
    guard let id = json.uuid("id") else {
      throw LangSmithError(.unreadable, subject, detail: "id: expected a UUID")
    }
    self.init(id: id, json: json)
  }
}
