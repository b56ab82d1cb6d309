import FeedbackSubmission

/// What is known of the feedback once all of it has been checked.
struct FeedbackCheck {
  /// The most attempts that any record allows.
  var attempts = FeedbackArguments.defaultAttempts
  /// The record that the command line describes, if it does.
  private(set) var record: FeedbackRecord?

  init() {}

  init(of arguments: FeedbackArguments) {
    attempts = arguments.stopAfterAttempt
    record = arguments.record
  }

  var single: () throws -> FeedbackRecord? {
    var rest = record
    return {
      defer { rest = nil }
      return rest
    }
  }
}
