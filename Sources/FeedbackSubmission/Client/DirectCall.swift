import Foundation
import StrictJSON

/// One operation at the server that somebody waits for, with nothing kept on the disk. All of them can be repeated.
struct DirectCall: Sendable {
  let transport: any FeedbackTransport
  let policy: SubmissionPolicy
  let clock: any SubmissionClock
  let random: @Sendable () -> Double

  /// - Throws: `FeedbackServerError`, or `CancellationError`.
  func update(_ id: UUID, _ changes: FeedbackChanges, stopAfterAttempt limit: Int) async throws {
    try changes.check()
    let body = JSONValue.object(changes.object).utf8()
    _ = try await perform(.update(id: id, body: body), .update, id, limit)
  }

  func delete(_ id: UUID, stopAfterAttempt limit: Int) async throws {
    _ = try await perform(.delete(id: id), .delete, id, limit)
  }

  func read(_ id: UUID, stopAfterAttempt limit: Int) async throws -> StoredFeedback {
    let answer = try await perform(.read(id: id), .read, id, limit)
    guard case .object(let object)? = try? JSONParser.parse(answer.body) else {
      throw FeedbackServerError.unavailable(reason: Self.foreignAnswer)
    }
    return try StoredFeedback(object)
  }

  func list(_ page: FeedbackPages.Page, stopAfterAttempt limit: Int) async throws -> [StoredFeedback] {
    let attempt = Repeatable(missing: .refused(reason: "it lists no feedback (404)")) {
      await transport.list(page.query, limit: page.limit, offset: page.offset)
    } read: { outcome in
      Reading(ofList: outcome)
    }
    let answer = try await perform(attempt, limit)
    guard case .array(let elements)? = try? JSONParser.parse(answer.body) else {
      throw FeedbackServerError.unavailable(reason: Self.foreignAnswer)
    }
    return try elements.map { element in
      guard case .object(let object) = element else {
        throw FeedbackServerError.unavailable(reason: "the list holds what is no feedback record")
      }
      return try StoredFeedback(object)
    }
  }

  /// What is asked of the server until it is done, and what its answers mean.
  private struct Repeatable {
    /// What it means that the server has nothing of the kind.
    let missing: FeedbackServerError
    /// Whether that is just what was to be reached, if an earlier attempt may have reached it.
    var isDoneWhenMissing = false
    let send: () async -> FeedbackOutcome
    let read: (FeedbackOutcome) -> Reading
  }

  private func perform(
    _ operation: FeedbackOperation, _ kind: Attempt.Operation, _ id: UUID, _ limit: Int
  ) async throws -> FeedbackAnswer {
    let attempt = Repeatable(missing: .notFound(id), isDoneWhenMissing: kind == .delete) {
      await transport.perform(operation)
    } read: { outcome in
      Reading(outcome, of: kind, id: id, desired: nil)
    }
    return try await perform(attempt, limit)
  }

  private func perform(_ attempt: Repeatable, _ limit: Int) async throws -> FeedbackAnswer {
    var mayHaveBeenDone = false
    var number = 0
    while true {
      number += 1
      let outcome = await attempt.send()
      switch attempt.read(outcome).verdict {
      case .done: return outcome.answer
      case .missing where mayHaveBeenDone && attempt.isDoneWhenMissing: return outcome.answer
      case .missing: throw attempt.missing
      case .refused(let reason): throw FeedbackServerError.refused(reason: reason)
      case .barred(let reason): throw FeedbackServerError.barred(reason: reason)
      case .transient(let reason, _) where number >= limit:
        throw FeedbackServerError.unavailable(reason: reason)
      case .transient(_, let pause):
        if case .ambiguous = outcome { mayHaveBeenDone = true }
        let backoff = policy.pause(afterFailures: number, jitter: random())
        try await clock.sleep(until: clock.now() + max(pause ?? .zero, backoff))
      }
    }
  }

  fileprivate static let foreignAnswer =
    "the answer does not come from LangSmith; is there a login page in between?"
}

extension FeedbackOutcome {
  fileprivate var answer: FeedbackAnswer {
    if case .answered(let answer) = self { answer } else { FeedbackAnswer(status: 0) }
  }
}

extension Reading {
  fileprivate init(ofList outcome: FeedbackOutcome) {
    guard case .answered(let answer) = outcome, 200..<300 ~= answer.status else {
      self.init(outcome, of: .read, id: UUID(), desired: nil)
      return
    }
    let json = try? JSONParser.parse(answer.body)
    self = if case .array? = json { .stored } else { .suspect }
  }

  fileprivate enum Verdict {
    case done, missing
    case refused(String), barred(String)
    case transient(String, pause: Duration?)
  }

  /// What it means for somebody who waits.
  fileprivate var verdict: Verdict {
    switch self {
    case .stored, .different, .deleted, .unproven: .done
    case .missing: .missing
    case .refused(let reason): .refused(reason)
    case .conflict: .refused("it contradicts what is there (409)")
    case .foreign: .refused("the server has another record under this id")
    case .tooLarge(nil): .refused("too large for the server (413)")
    case .barred(let reason), .forbidden(let reason): .barred(reason)
    case .tooLarge(let pause), .overloaded(let pause): .transient("429: too many requests", pause: pause)
    case .unavailable(let reason, let pause): .transient(reason, pause: pause)
    case .notSent(let reason), .ambiguous(let reason): .transient(reason, pause: nil)
    case .suspect: .transient(DirectCall.foreignAnswer, pause: nil)
    }
  }
}
