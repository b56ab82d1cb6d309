import StrictJSON

/// What `GET /info` tells of a server, as far as it matters for sending. Each key has a default: servers leave some
/// out.
struct ServerInfo: Equatable, Sendable {
  var takesFeedbackInBatches = false
  var takesZstandard = false
  /// Records in a request.
  var sizeLimit = 100
  /// Bytes of records in a request, before compression.
  var sizeLimitBytes = 20_971_520

  /// Of a server of which nothing is known: it takes records one by one, as all do.
  static let unknown = ServerInfo()

  /// The first version that takes feedback in batches.
  private static let batchingSince = ServerVersion("0.8.10")

  private init() {}

  /// - Returns: `nil` for an answer that does not come from such a server.
  init?(_ body: [UInt8]) {
    guard case .object(let object)? = try? JSONParser.parse(body) else { return nil }
    let batches = object.object("batch_ingest_config")
    if case .string(let text)? = object["version"], let version = ServerVersion(text),
      let first = Self.batchingSince, version >= first
    {
      takesFeedbackInBatches = batches.bool("use_multipart_endpoint") ?? true
    }
    takesZstandard = object.object("instance_flags").bool("zstd_compression_enabled") ?? false
    sizeLimit = batches.positive("size_limit") ?? sizeLimit
    sizeLimitBytes = batches.positive("size_limit_bytes") ?? sizeLimitBytes
  }
}

extension JSONObject {
  fileprivate func object(_ key: String) -> JSONObject {
    if case .object(let object)? = self[key] { object } else { JSONObject() }
  }

  fileprivate func bool(_ key: String) -> Bool? {
    if case .bool(let bool)? = self[key] { bool } else { nil }
  }

  fileprivate func positive(_ key: String) -> Int? {
    guard case .number(let number)? = self[key], let value = number.intValue, value > 0 else { return nil }
    return value
  }
}
