import Preference
import Terminal

/// What happened. Times are those of a monotonic clock that starts with the session.
package enum Message: Equatable, Sendable {
  case input(InputEvent, at: Duration)
  case resized(Size)
  /// The time that `Model.wakeTime` asked for has come.
  case timePassed(at: Duration)
  /// A frame that shows the opened comparison is on the terminal.
  case frameShown(at: Duration)
  case opened(ComparisonItem, RaterProgress)
  /// Every comparison is judged.
  case nothingLeft(RaterProgress)
  /// The judgment is on the disk.
  case recorded(RaterProgress)
  case recordingFailed(reason: String)
  /// Undo or redo moved the judgment of the comparison that is opened next; `nil` if there was nothing to move.
  case stepped(HistoryMove, comparison: Int?)
  case workFailed(WorkspaceTask, reason: String)
  case queueListed(QueuePage)
  /// The list has nothing in that direction.
  case listEnded(QueueStep.Target)
  /// No comparison has that number or id.
  case notFound(String)
  case flagChanged(comparison: Int, isFlagged: Bool)
  /// What was begun of that comparison is gone.
  case draftDiscarded(comparison: Int)
  /// What the search of that number found.
  case found(SearchFindings, search: Int)
  /// How the runs differ, or what is known of it so far: the answer to the request of that number.
  case compared(RunDifference, request: Int)
  /// How an edited text differs: the answer to the request of that number.
  case editCompared(EditDifference, request: Int)
  /// The rater's own editor is closed.
  case externallyEdited(ExternalEditEnd, at: Duration)
  case deliveryChanged(DeliveryStatus)
  /// The terminal has no clipboard for what was to be copied.
  case copyRefused
  /// The program that was to take the text for a clipboard did not.
  case copyFailed(reason: String)
  /// The terminal said what it writes on.
  case backgroundReported(Background)
  /// Something about the start that the rater should know: settings that could not be used.
  case warned(String)
  /// The user's theme files are these now.
  case themesChanged([ThemeCatalog.Source])
  /// Back from the shell, or ^Z had no shell to go to.
  case resumed(wasSuspended: Bool)
  /// The program was asked from outside to end.
  case terminationRequested
}

package enum HistoryMove: String, CaseIterable, Equatable, Sendable {
  case undo, redo
}
