import Foundation
import Identifiers
import StrictJSON

extension LangSmithClient {
  public func sessions(_ query: SessionQuery = SessionQuery()) -> LangSmithList<Session> {
    list(APICall(path: "sessions", query: query.items, subject: "sessions"), limit: query.limit)
  }

  public func session(id: UUID, includesStatistics: Bool = false) async throws -> Session {
    var query = QueryItems()
    query.add("limit", 1)
    query.add("include_stats", includesStatistics)
    let name = id.lowercaseString
    return try await read(APICall(path: "sessions/\(name)", query: query, subject: "the session \(name)"))
  }

  public func session(named name: String, includesStatistics: Bool = false) async throws -> Session {
    var query = QueryItems()
    query.add("limit", 1)
    query.add("name", name)
    query.add("include_stats", includesStatistics)
    return try await first(APICall(path: "sessions", query: query, subject: "the session “\(name)”"))
  }
}

extension LangSmithClient.V2 {
  public func sessions(_ query: SessionQueryV2 = SessionQueryV2()) -> LangSmithList<Session> {
    client.list(
      APICall(path: "api/v2/sessions", query: query.items, subject: "sessions"), .nextCursor)
  }

  public func session(id: UUID) async throws -> Session {
    let name = id.lowercaseString
    return try await client.read(APICall(path: "api/v2/sessions/\(name)", subject: "the session \(name)"))
  }

  public func session(named name: String) async throws -> Session {
    var query = SessionQueryV2()
    query.name = name
    for try await session in sessions(query) {
      if let found = session.name, found.utf8.elementsEqual(name.utf8) { return session }
    }
    throw LangSmithError(.notFound, "the session “\(name)”")
  }
}
