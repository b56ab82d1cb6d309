import StrictJSON

/// What `GET /info` tells of a server. Each key has a default: servers leave some out.
public struct ServerInfo: Equatable, Sendable {
  /// `nil` if the server tells none, or none that can be read: it counts as too old for anything.
  public internal(set) var version: ServerVersion?
  public internal(set) var takesFeedbackInBatches = false
  public internal(set) var takesZstandard = false
  /// Records in a request.
  public internal(set) var sizeLimit = 100
  /// Bytes of records in a request, before compression.
  public internal(set) var sizeLimitBytes = 20_971_520
  /// Whether runs are answered from the older store, by the first generation of calls.
  public internal(set) var queriesClickHouse = true
  /// Whether runs are answered from the newer store, by the second generation of calls.
  public internal(set) var queriesSmithDB = false

  /// Of a server of which nothing is known: it takes records one by one, as all do.
  public static let unknown = ServerInfo()

  /// The first version that takes feedback in batches.
  private static let batchingSince = ServerVersion("0.8.10")

  private init() {}

  /// - Returns: `nil` for an answer that does not come from such a server.
  init?(_ body: [UInt8]) {
    guard case .object(let object)? = try? JSONParser.parse(body) else { return nil }
    self.init(object)
  }

  init(_ object: JSONObject) {
    let batches = object.object("batch_ingest_config") ?? JSONObject()
    let flags = object.object("instance_flags") ?? JSONObject()
    version = object["version"]?.string.flatMap(ServerVersion.init)
    if let version, let first = Self.batchingSince, version >= first {
      takesFeedbackInBatches = batches.bool("use_multipart_endpoint") ?? true
    }
    takesZstandard = flags.bool("zstd_compression_enabled") ?? false
    queriesClickHouse = flags.bool("ch_query_enabled") ?? true
    queriesSmithDB = flags.bool("sdb_query_enabled") ?? false
    sizeLimit = batches.positive("size_limit") ?? sizeLimit
    sizeLimitBytes = batches.positive("size_limit_bytes") ?? sizeLimitBytes
  }

  /// Whether the server is of that version or a later one.
  public func isAtLeast(_ version: String) -> Bool {
    guard let own = self.version, let asked = ServerVersion(version) else { return false }
    return own >= asked
  }
}

extension JSONObject {
  fileprivate func positive(_ key: String) -> Int? { integer(key).flatMap { $0 > 0 ? $0 : nil } }
}
