import Foundation
import StrictJSON

/// Members as what they are expected to be; `nil` for those that are missing, null or something else.
extension JSONObject {
  func string(_ key: String) -> String? { self[key]?.string }

  func bool(_ key: String) -> Bool? { self[key]?.bool }

  func integer(_ key: String) -> Int? { self[key]?.number?.intValue }

  func object(_ key: String) -> JSONObject? { self[key]?.object }

  func uuid(_ key: String) -> UUID? { string(key).flatMap(UUID.init) }

  func texts(_ key: String) -> [String]? { self[key]?.array?.compactMap(\.string) }

  func objects(_ key: String) -> [JSONObject]? { self[key]?.array?.compactMap(\.object) }
}
