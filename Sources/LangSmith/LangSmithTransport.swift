import FeedbackSubmission
import Foundation
import Identifiers

/// Carries feedback to LangSmith over HTTP, on kept-alive connections: records that LangSmith takes in batches
/// together, all others one by one.
public struct LangSmithTransport: FeedbackTransport {
  private let endpoint: LangSmithEndpoint
  private let client: Result<CurlClient, HTTPFailure>
  private let profile = ServerProfile()
  /// Between the parts of a batch.
  private let boundary: String

  /// Nothing is sent before the first operation; libcurl is loaded here.
  public init(_ settings: LangSmithSettings) {
    self.init(settings, CurlConfiguration())
  }

  /// - Parameter limits: Deadlines and sizes; addresses and headers come from the settings.
  init(_ settings: LangSmithSettings, _ limits: CurlConfiguration, boundary: UUID = UUID()) {
    endpoint = settings.endpoint
    self.boundary = boundary.lowercaseString.replacing("-", with: "")
    let configuration = CurlConfiguration(settings, limits: limits)
    client = Result { () throws(HTTPFailure) in try CurlClient(configuration) }
  }

  /// The thread that serves the connections.
  public var executor: (any TaskExecutor)? { try? client.get().executor }

  public func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
    let outcome = FeedbackOutcome(await send(request(for: operation)))
    guard case .create(let id, _) = operation, case .answered(var answer) = outcome, answer.isSuccess,
      !answer.names(id)
    else { return outcome }
    answer.isReadable = await isReadable()
    return .answered(answer)
  }

  private func send(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
    switch client {
    case .success(let client): await client.perform(request)
    case .failure(let failure): .failure(failure)
    }
  }

  public func abandon() {
    if case .success(let client) = client { client.abandon() }
  }

  private func request(for operation: FeedbackOperation) -> HTTPRequest {
    switch operation {
    case .create(_, let body):
      HTTPRequest(method: .post, url: endpoint.address(of: "feedback"), body: body)
    case .update(let id, let body):
      HTTPRequest(method: .patch, url: address(of: id), body: body)
    case .delete(let id):
      HTTPRequest(method: .delete, url: address(of: id))
    case .read(let id, _):
      HTTPRequest(method: .get, url: address(of: id))
    }
  }

  private func address(of id: UUID) -> String {
    endpoint.address(of: "feedback/\(id.lowercaseString)")
  }
}

// MARK: Batches

extension LangSmithTransport {
  public func batching() async -> FeedbackBatching {
    let info = await profile.info {
      let request = HTTPRequest(method: .get, url: endpoint.address(of: "info"))
      guard case .success(let response) = await send(request), response.status == 200 else { return nil }
      return ServerInfo(response.body)
    }
    let takesBatches = info.takesFeedbackInBatches && profile.takesBatches
    return FeedbackBatching(
      creationLimit: takesBatches ? info.sizeLimit : 1, byteLimit: info.sizeLimitBytes,
      readLimit: FeedbackListing.pageSize
    ) { operation in
      switch operation {
      case .create(_, let body):
        takesBatches && BatchRecord.canBeMade(of: body) ? body.count + BatchRecord.overhead : nil
      case .read(_, let run): run.map { _ in 0 }
      case .update, .delete: nil
      }
    }
  }

  public func perform(together operations: [FeedbackOperation]) async -> FeedbackBatchOutcome {
    guard let listing = FeedbackListing(operations) else { return await create(operations) }
    return await read(listing)
  }

  private func create(_ operations: [FeedbackOperation]) async -> FeedbackBatchOutcome {
    let compresses = profile.compresses
    let outcome = FeedbackOutcome(await send(batch(operations, compresses: compresses)))
    guard case .answered(var answer) = outcome else { return .whole(outcome) }
    // The halves of what was refused go out as they are.
    if compresses { profile.noteCompressed(answeredWith: answer.status) }
    if answer.status == 404 {
      profile.noteNoBatches()
      return .unsupported
    }
    if answer.isSuccess { answer.isReadable = await isReadable() }
    return .whole(.answered(answer))
  }

  private func batch(_ operations: [FeedbackOperation], compresses: Bool) -> HTTPRequest {
    let body = MultipartBody(operations, boundary: boundary)
    var request = HTTPRequest(method: .post, url: endpoint.address(of: "runs/multipart"), body: body.bytes)
    var headers = ["Content-Type: multipart/form-data; boundary=\(boundary)"]
    if compresses, let frame = Zstandard.frame(of: body.bytes) {
      request.body = frame
      headers += [
        "Content-Encoding: zstd", "X-Pre-Compressed-Size: \(body.contentSize)",
        "X-Post-Compressed-Size: \(frame.count)",
      ]
    }
    request.bodyHeaders = headers
    return request
  }
}

// MARK: Reading back

extension LangSmithTransport {
  private func read(_ listing: FeedbackListing) async -> FeedbackBatchOutcome {
    var listing = listing
    while true {
      let outcome = FeedbackOutcome(
        await list(listing.filter, limit: FeedbackListing.pageSize, offset: listing.offset))
      guard case .answered(let answer) = outcome, answer.status == 200 else {
        guard outcome.isMissing else { return .whole(outcome) }
        // A list of nothing is empty: not found is the list itself.
        return .each(listing.outcomes.map { _ in .answered(Self.unreadable) })
      }
      guard let hasMore = listing.take(answer) else { return .whole(outcome) }
      if !hasMore { return .each(await outcomes(listing)) }
    }
  }

  /// What a list could not show is asked for by itself.
  private func outcomes(_ listing: FeedbackListing) async -> [FeedbackOutcome] {
    var outcomes = listing.outcomes
    guard listing.hasGaps else { return outcomes }
    for (index, id) in listing.ids.enumerated() where outcomes[index].isMissing {
      outcomes[index] = await perform(.read(id: id))
    }
    return outcomes
  }

  public func list(_ query: FeedbackQuery, limit: Int, offset: Int) async -> FeedbackOutcome {
    FeedbackOutcome(await list(query.items.items, limit: limit, offset: offset))
  }

  /// A page that is longer than is read is fetched in halves. A record that is longer by itself is an empty object there, and
  /// the page is cut.
  private func list(
    _ filter: [QueryItems.Item], limit: Int, offset: Int
  ) async -> Result<HTTPResponse, HTTPFailure> {
    let result = await page(filter, limit: limit, offset: offset)
    guard case .success(var response) = result, response.isCut, response.status == 200 else { return result }
    guard limit > 1 else {
      response.body = Array("[{}]".utf8)
      return .success(response)
    }
    let half = limit / 2
    let first = await list(filter, limit: half, offset: offset)
    guard case .success(var whole) = first, let start = JSONElements(whole.body[...]).map(Array.init),
      start.count == half
    else { return first }
    let second = await list(filter, limit: limit - half, offset: offset + half)
    guard case .success(let rest) = second, let end = JSONElements(rest.body[...]).map(Array.init) else {
      return second
    }
    let elements = (start + end).joined(separator: [UInt8(ascii: ",")])
    whole.body = [UInt8(ascii: "[")] + elements + [UInt8(ascii: "]")]
    whole.isCut = whole.isCut || rest.isCut
    return .success(whole)
  }

  private func page(
    _ filter: [QueryItems.Item], limit: Int, offset: Int
  ) async -> Result<HTTPResponse, HTTPFailure> {
    var query = QueryItems(filter)
    query.add("limit", limit)
    query.add("offset", offset)
    return await send(HTTPRequest(method: .get, url: endpoint.address(of: "feedback\(query.encoded)")))
  }

  /// Whether the server lists records. Servers that only take them in are real: gateways, and stand-ins in tests.
  private func isReadable() async -> Bool {
    await profile.isReadable {
      let nothing = QueryItems.Item(name: "run", value: UUID().lowercaseString)
      guard case .success(let response) = await page([nothing], limit: 1, offset: 0) else { return nil }
      switch response.status {
      case 404, 405, 501: return false
      case 200: return true
      default: return nil
      }
    }
  }

  private static let unreadable = FeedbackAnswer(status: 405, isReadable: false)
}

extension FeedbackAnswer {
  fileprivate var isSuccess: Bool { 200..<300 ~= status }

  /// Whether the answer is about the record.
  fileprivate func names(_ id: UUID) -> Bool {
    var text: [UInt8] = []
    text.append(lowercase: id)
    return body.contains(bytes: text)
  }
}

extension FeedbackOutcome {
  fileprivate var isMissing: Bool {
    if case .answered(let answer) = self { answer.status == 404 } else { false }
  }
}

extension LangSmithSettings.Header {
  /// With a colon and nothing behind it, libcurl would leave the header out.
  var line: String { value.isEmpty ? "\(name);" : "\(name): \(value)" }
}

extension FeedbackOutcome {
  init(_ result: Result<HTTPResponse, HTTPFailure>) {
    switch result {
    case .success(let response):
      // What went well needs no second look.
      let headers = 200..<300 ~= response.status ? [:] : response.headers
      self = .answered(
        FeedbackAnswer(
          status: response.status, body: response.body, retryAfter: RetryAfter.duration(in: headers),
          redirectOrigin: headers["location"].flatMap(Self.origin), isCut: response.isCut))
    case .failure(let failure):
      switch failure.kind {
      case .unreachable: self = .notSent(reason: failure.reason)
      case .interrupted: self = .ambiguous(reason: failure.reason)
      case .untrusted: self = .blocked(reason: failure.reason)
      }
    }
  }

  /// Scheme, host and port: the rest of an address may hold what should not be shown.
  static func origin(of location: String) -> String? {
    guard let parts = URLComponents(string: location), let scheme = parts.scheme, let host = parts.host else {
      return nil
    }
    return "\(scheme)://\(host)\(parts.port.map { ":\($0)" } ?? "")"
  }
}
