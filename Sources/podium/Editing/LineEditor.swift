import Foundation
import LabelingUI
import TerminalNcurses

/// The rater's own editor, for the front that writes lines.
final class LineEditor {
  private let environment: [String: String]
  /// A text that an editor may still have in a window, or left something of.
  private var left: EditedFile?
  /// The signal that was to end this process while the editor ran.
  private(set) var endingSignal: TerminalSignal?

  var leftBehind: String? { left?.leftBehind(isInterrupted: endingSignal != nil) }

  /// `nil` where nobody sits at a terminal or has said which editor to use.
  init?(environment: [String: String]) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, EditorCommandLine.isChosen(environment)
    else { return nil }
    self.environment = environment
  }

  func edit(_ edit: ExternalEdit) -> ExternalEditEnd {
    ExternalEditor(environment: environment) { [self] arguments in
      let (end, signal) = LineTerminal.run(arguments)
      endingSignal = signal
      return end
    }.edit(edit, left: &left)
  }
}
