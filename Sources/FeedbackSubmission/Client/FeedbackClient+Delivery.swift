import Foundation

extension FeedbackClient {
  /// Delivers what the outbox holds, and returns when nothing waits, when a person has to act, or when `attempts` in a
  /// row have failed, one after the other.
  ///
  /// Whatever was not delivered then stays in the outbox and goes out with a later call; no record is given up because
  /// a server did not answer. A record that the server refuses for good is set aside, with the reason in its state.
  ///
  /// When the task is cancelled, what is being sent is finished first.
  ///
  /// - Parameters:
  ///   - attempts: 1 and more; `nil` tries for as long as it takes.
  ///   - onProgress: Told a few times a second at most.
  /// - Returns: How far it got, and what stands in the way.
  /// - Throws: `StorageError` if the outbox cannot be used. What the server does is no error but part of the result.
  @discardableResult
  public func deliver(
    stopAfterAttempt attempts: Int? = FeedbackArguments.defaultAttempts,
    onProgress: (@Sendable (SubmissionProgress) -> Void)? = nil
  ) async throws -> SubmissionProgress {
    let stop = DrainStop()
    let limited = attempts.map { AttemptLimit(of: $0, attemptsBy: transport, onExhaustion: stop.raise) }
    let submitter = submitter(limited ?? transport)
    return try await store.waking(submitter.wake) {
      try await withTaskCancellationHandler {
        let drain = Task { try await submitter.drain(observer: onProgress) }
        stop.onRaise { drain.cancel() }
        return try await drain.value
      } onCancel: {
        stop.raise()
      }
    }
  }

  /// Delivers in the background, as records are created, until the task is cancelled; then what is being sent is
  /// finished. It never gives up.
  public func run(onProgress: (@Sendable (SubmissionProgress) -> Void)? = nil) async {
    let submitter = submitter(transport)
    await store.waking(submitter.wake) { await submitter.run(observer: onProgress) }
  }

  /// Waits for no more answers and sends nothing from now on, with this client's transport: for a program that has to
  /// end now. `deliver` and `run`, their tasks cancelled before, then return soon. What was being sent is looked for by
  /// the next delivery before it is sent again.
  public func abandon() {
    transport.abandon()
  }

  private func submitter(_ transport: any FeedbackTransport) -> Submitter {
    Submitter(
      database: database, transport: transport, policy: surroundings.policy, clock: surroundings.clock,
      owner: surroundings.owner, logger: surroundings.logger, random: surroundings.random)
  }
}
