/// Why the arguments of a call were refused; nothing of them was kept. Holds no value, which may be anybody's
/// text.
public struct FeedbackArgumentError: Error, Equatable, Sendable {
  public enum Problem: Equatable, Sendable {
    /// Words that finish the sentence “expected …”.
    case expected(String)
    /// There is no such argument.
    case unknown
    /// What the feedback is about is not said.
    case noTarget
    /// It contradicts another argument.
    case excludes(String)
  }

  /// Named as in the SDK, with the place in it, such as `feedback_config.categories[0].value`.
  public let argument: String
  public let problem: Problem

  public init(argument: String, problem: Problem) {
    self.argument = argument
    self.problem = problem
  }
}

extension FeedbackArgumentError: CustomStringConvertible {
  public var description: String { description { $0 } }

  /// - Parameter spelling: How the reader knows an argument.
  package func description(spelling: (String) -> String) -> String {
    switch problem {
    case .expected(let words): "\(spelling(argument)): expected \(words)"
    case .unknown: "\(spelling(argument)): there is no such argument"
    case .noTarget:
      "\(spelling("run_id")): expected one of \(spelling("run_id")), \(spelling("trace_id")) and "
        + spelling("project_id")
    case .excludes(let other): "\(spelling(argument)): cannot be given together with \(spelling(other))"
    }
  }
}
