/// The key that judged last, or was to, for telling one that is held down from one that is pressed again.
struct JudgingKey: Equatable, Sendable {
  let request: CommandRequest
  let time: Duration
}
