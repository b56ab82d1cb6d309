/// How long `submit` stays.
enum SubmitMode: Equatable {
  /// Until nothing waits, or nothing has arrived for so long.
  case once(patience: Duration)
  /// Until nothing waits.
  case untilEmpty
  /// Until it is told to end.
  case watch
}
