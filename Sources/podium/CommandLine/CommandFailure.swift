import ArgumentParser
import FeedbackSubmission
import Foundation
import LangSmith
import PreferenceStore

/// Why a command cannot go on: a sentence for the person, a number for the shell.
struct CommandFailure: Error, Equatable {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Says what an error of the layers below means to whoever typed the command.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as StorageError: self.init(Self.status(of: error), error.description)
    case let error as LangSmithError: self.init(error)
    case LangSmithSettingsError.plainHTTP: self.init(.usage, "\(error); --allow-http sends it all the same")
    case let error as WorkspaceError: self.init(.badData, error.description)
    case let error as CocoaError: self.init(.usage, error.localizedDescription)
    default: self.init(.usage, "\(error)")
    }
  }

  private static func status(of error: StorageError) -> ExitStatus {
    switch error {
    case .notADatabase, .foreign, .damaged: .badData
    case .missing, .replaced, .notAFile, .newerSchema, .readOnly, .refused, .locked, .full, .inputOutput,
      .setting:
      .usage
    }
  }
}
