import StrictJSON

/// Takes feedback back by saying so in it, instead of deleting it: for servers where what was deleted has been seen to
/// come back.
///
///     let transport = RetractingTransport(LangSmithTransport(settings))
///
/// A deletion becomes a change that leaves the value `retracted` and neither score nor comment nor correction. A record
/// that reads so counts as deleted.
public struct RetractingTransport: FeedbackTransport {
  /// What a record's value says from then on.
  public static let mark = "retracted"

  private let transport: any FeedbackTransport

  public init(_ transport: any FeedbackTransport) {
    self.transport = transport
  }

  public func perform(_ operation: FeedbackOperation) async -> FeedbackOutcome {
    switch operation {
    case .delete(let id): await transport.perform(.update(id: id, body: Self.retraction))
    case .read: Self.read(await transport.perform(operation))
    case .create, .update: await transport.perform(operation)
    }
  }

  public var executor: (any TaskExecutor)? { transport.executor }

  public func batching() async -> FeedbackBatching { await transport.batching() }

  public func perform(together operations: [FeedbackOperation]) async -> FeedbackBatchOutcome {
    let outcome = await transport.perform(together: operations)
    guard case .each(let outcomes) = outcome else { return outcome }
    return .each(
      zip(operations, outcomes).map { operation, outcome in
        if case .read = operation { Self.read(outcome) } else { outcome }
      })
  }

  public func list(_ query: FeedbackQuery, limit: Int, offset: Int) async -> FeedbackOutcome {
    await transport.list(query, limit: limit, offset: offset)
  }

  public func abandon() {
    transport.abandon()
  }

  private static let retraction = Array(
    #"{"score":null,"value":"\#(mark)","comment":null,"correction":null}"#.utf8)

  private static func read(_ outcome: FeedbackOutcome) -> FeedbackOutcome {
    guard case .answered(var answer) = outcome, answer.status == 200,
      case .object(let record)? = try? JSONParser.parse(answer.body), record.isRetracted
    else { return outcome }
    answer.status = 404
    answer.body = []
    return .answered(answer)
  }
}

extension JSONObject {
  /// Whether the record says of itself that it was taken back.
  var isRetracted: Bool {
    self["value"] == .string(RetractingTransport.mark) && self["score"]?.isNull ?? true
  }
}
