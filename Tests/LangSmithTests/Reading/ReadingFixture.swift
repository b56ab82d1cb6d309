import Foundation
import StrictJSON
import Synchronization
import TestSupport

@testable import LangSmith

/// A recorded read: which calls were made, what was asked, and what was answered.
struct ReadingFixture: Sendable, CustomStringConvertible {
  let fixture: WireFixture

  var description: String { fixture.name }

  /// All recordings that consist of calls we have.
  static let all = WireFixture.all("").map(ReadingFixture.init).filter { fixture in
    !fixture.steps.isEmpty && fixture.steps.allSatisfy { RecordedCall.methods.contains($0.method) }
  }

  var steps: [(method: String, arguments: JSONObject)] {
    (fixture.call["steps"]?.array ?? []).compactMap(\.object).map {
      ($0["method"]?.string ?? "", $0["args"]?.object ?? JSONObject())
    }
  }

  var isRefused: Bool { fixture.root["raises"] != nil }

  /// What was asked, but for what is asked of no use to us: examples are read without the tenant's id, which the SDK puts
  /// into web addresses, and the server is asked what it is where that decides something.
  var requests: [JSONObject] {
    fixture.requests.filter { request in
      let query = Query(request["query"])
      let isForTenant = request["path"]?.string == "/sessions" && query == Query(["limit": ["1"]])
      return !isForTenant && request["path"]?.string != "/info"
    }
  }

  /// Answers as the recording did, one request after the other.
  func server() throws -> LoopbackServer {
    let replies = requests.map(Self.reply)
    let next = Mutex(0)
    return try LoopbackServer { _ in
      let place = next.withLock { place in
        defer { place += 1 }
        return place
      }
      return place < replies.count ? replies[place] : .status(418)
    }
  }

  func settings(_ server: LoopbackServer) throws -> LangSmithSettings {
    let path = fixture.call["endpoint_path"]?.string ?? ""
    return try LangSmithSettings(
      endpoint: LangSmithEndpoint(server.url + path), credential: .apiKey(Secret("lsv2_pt_***")),
      workspaceID: fixture.client["workspace_id"]?.string)
  }

  private static func reply(_ request: JSONObject) -> LoopbackReply {
    let response = request["response"]?.object
    let status = response?["status"]?.number?.intValue ?? 200
    let headers = (response?["headers"]?.object?.members ?? []).map { ($0.key, $0.value.string ?? "") }
    switch response?["body"] {
    case nil: return .answer(status: status, headers: Dictionary(uniqueKeysWithValues: headers), body: [])
    case .string(let words)?: return .json(items(words).text(), status: status)
    case let body?:
      return .answer(status: status, headers: Dictionary(uniqueKeysWithValues: headers), body: body.utf8())
    }
  }

  /// `100 items` stands for so many.
  private static func items(_ words: String) -> JSONValue {
    let count = Int(words.prefix { $0.isNumber }) ?? 0
    return .array(
      (0..<count).map { number in
        [
          "id": .string("cccc0001-0000-4000-8000-\(String(number + 1000).suffix(4))00000000"),
          "key": "quality",
        ]
      })
  }
}

/// A query by names, each with its values in order; JSON by what it says.
struct Query: Equatable {
  private var values: [String: [JSONValue]] = [:]

  init(_ values: [String: [String]]) {
    for (name, texts) in values { self.values[name] = texts.map(Self.value) }
  }

  /// As recordings have it: pairs.
  init(_ recorded: JSONValue?) {
    for pair in (recorded?.array ?? []).compactMap(\.array) where pair.count == 2 {
      values[pair[0].string ?? "", default: []].append(Self.value(pair[1].string ?? ""))
    }
  }

  /// As it stands in an address.
  init(path: String) {
    let items = URLComponents(string: path)?.queryItems ?? []
    for item in items { values[item.name, default: []].append(Self.value(item.value ?? "")) }
  }

  private static func value(_ text: String) -> JSONValue {
    text.hasPrefix("{") ? (try? JSONParser.parse(text.utf8)) ?? .string(text) : .string(text)
  }
}
