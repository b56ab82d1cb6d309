import Foundation
import Identifiers
import StrictJSON

extension LangSmithClient {
  public func datasets(_ query: DatasetQuery = DatasetQuery()) -> LangSmithList<Dataset> {
    list(APICall(path: "datasets", query: query.items, subject: "datasets"), limit: query.limit)
  }

  public func dataset(id: UUID) async throws -> Dataset {
    var query = QueryItems()
    query.add("limit", 1)
    let name = id.lowercaseString
    return try await read(APICall(path: "datasets/\(name)", query: query, subject: "the dataset \(name)"))
  }

  public func dataset(named name: String) async throws -> Dataset {
    var query = QueryItems()
    query.add("limit", 1)
    query.add("name", name)
    return try await first(APICall(path: "datasets", query: query, subject: "the dataset “\(name)”"))
  }

  public func examples(_ query: ExampleQuery) -> LangSmithList<Example> {
    list(
      APICall(path: "examples", query: query.items, subject: "examples"), limit: query.limit,
      offset: query.offset)
  }

  /// - Parameter asOf: The dataset's state at that time or of that tag.
  public func example(id: UUID, asOf: String? = nil) async throws -> Example {
    var query = QueryItems()
    query.add("as_of", asOf)
    let name = id.lowercaseString
    return try await read(APICall(path: "examples/\(name)", query: query, subject: "the example \(name)"))
  }
}
