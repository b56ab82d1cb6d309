import ArgumentParser
import FeedbackSubmission
import LangSmith

/// How feedback is delivered.
struct DeliveryOptions: ParsableArguments {
  @OptionGroup
  var connection: ConnectionOptions

  @Option(help: "How to take back what LangSmith has: delete it, or retract it where deletes do not last.")
  var undoMode = UndoMode.delete

  enum UndoMode: String, CaseIterable, ExpressibleByArgument {
    case delete
    /// The record stays, and says so.
    case retract
  }

  /// - Parameter sends: A command that sends nothing needs no settings.
  /// - Throws: `CommandFailure`, `LangSmithSettingsError`.
  func transport(sends: Bool = true) throws -> any FeedbackTransport {
    sends ? transport(try connection.settings()) : NoTransport()
  }

  /// For commands that work without a key too: then there is none.
  func transportIfPossible() throws -> (any FeedbackTransport)? {
    let settings = try LangSmithSettings(allowsPlainHTTP: connection.allowHTTP)
    return settings.canConnect ? transport(settings) : nil
  }

  private func transport(_ settings: LangSmithSettings) -> any FeedbackTransport {
    let transport = LangSmithTransport(settings)
    return undoMode == .retract ? RetractingTransport(transport) : transport
  }
}
