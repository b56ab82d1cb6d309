import Foundation
import StrictJSON

/// Recordings of what LangSmith's Python SDK sends, which lie beside the checkout and are no part of the
/// project.
struct WireFixture: Sendable, CustomStringConvertible {
  let name: String
  let root: JSONObject

  var description: String { name }

  /// The folder of the recordings, if there is one.
  static let folder: URL? = {
    if let named = ProcessInfo.processInfo.environment["PODIUM_WIRE_FIXTURES"] { return URL(filePath: named) }
    var place = URL(filePath: #filePath)
    while place.path.count > 1 {
      place.deleteLastPathComponent()
      let folder = place.appending(path: "shared/fixtures/wire")
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    return nil
  }()

  /// The recordings whose names start so, but for some.
  static func all(_ prefixes: String..., except: Set<String> = []) -> [WireFixture] {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return []
    }
    let names = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    return names.filter { name in prefixes.contains { name.hasPrefix($0) } && !except.contains(name) }
      .compactMap { name in
        let file = folder.appending(path: "\(name).json")
        guard let bytes = FileManager.default.contents(atPath: file.path),
          case .object(let root)? = try? JSONParser.parse(bytes)
        else { return nil }
        return WireFixture(name: name, root: root)
      }
  }

  var call: JSONObject { root["call"]?.object ?? JSONObject() }

  var client: JSONObject { call["client"]?.object ?? JSONObject() }

  /// The arguments of each call, in order.
  var steps: [JSONObject] {
    (call["steps"]?.array ?? []).compactMap { $0.object?["args"]?.object }
  }

  var requests: [JSONObject] { (root["requests"]?.array ?? []).compactMap(\.object) }
}

extension JSONValue {
  var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
  var array: [JSONValue]? { if case .array(let array) = self { array } else { nil } }
  var string: String? { if case .string(let string) = self { string } else { nil } }
  var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }
}
