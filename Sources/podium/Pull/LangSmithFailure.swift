import LangSmith

extension CommandFailure {
  /// Says what went wrong at LangSmith, and what that means for the shell.
  init(_ error: LangSmithError) {
    self.init(Self.status(of: error), "\(error)")
  }

  private static func status(of error: LangSmithError) -> ExitStatus {
    switch error.code {
    // A misspelled name, an address or a machine that has to be looked at.
    case .invalidArgument, .notFound, .unreachable, .untrusted: .usage
    case .unauthorized, .forbidden, .conflict, .rateLimited, .refused, .unavailable, .redirected, .unreadable:
      .refused
    }
  }
}
