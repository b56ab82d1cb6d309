import Foundation
import Glibc
import LabelingUI
import TerminalNcurses

/// The rater's own editor: writes the text to a file that nobody else can read, lets the editor have the terminal, and looks at
/// what is in the file afterwards. Nothing is taken over that is not as it should be, and then the file stays.
struct ExternalEditor {
  /// Who comes back sooner has not edited anything.
  private static let shortest = Duration.milliseconds(700)

  private let environment: [String: String]
  private let clock: () -> Duration
  private let run: ([String]) -> ChildEnd

  /// - Parameter run: runs a program in the foreground until it ends.
  init(
    environment: [String: String], clock: @escaping () -> Duration = ExternalEditor.clock(),
    run: @escaping ([String]) -> ChildEnd
  ) {
    self.environment = environment
    self.clock = clock
    self.run = run
  }

  private static func clock() -> () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  /// - Parameter left: A file that an editor came back from at once, because it goes on in a window. If it was saved since, and
  ///   the same text is opened again, that is what comes back.
  func edit(_ edit: ExternalEdit, left: inout EditedFile?) -> ExternalEditEnd {
    if let file = left {
      left = nil
      if let end = end(of: file, edit) { return end }
    }
    let command: [String]
    do {
      command = try EditorCommandLine(environment: environment).words
    } catch {
      return .failed("\(error). Your text is as it was")
    }
    let file: EditedFile
    do {
      file = try EditedFile(edit, environment: environment)
    } catch {
      return .failed("the text could not be written to a file for the editor: \(error)")
    }
    let start = clock()
    let end = run(command + [file.path])
    let wasShort = clock() - start < Self.shortest
    let outcome = outcome(of: end, file: file, edit: edit, command: command, wasShort: wasShort)
    if case .interrupted(let status) = end {
      return interrupted(with: status, outcome, file: file, left: &left)
    }
    switch outcome {
    case .failed where file.isChanged(from: edit.text): break
    case .unchangedAtOnce: left = file
    default: file.remove()
    }
    return outcome
  }

  /// Podium is to end. An editor that did not end well may have written half of its text: the former one stays beside it.
  private func interrupted(
    with status: Int?, _ outcome: ExternalEditEnd, file: EditedFile, left: inout EditedFile?
  ) -> ExternalEditEnd {
    if status != 0, case .changed = outcome, !file.original.isEmpty {
      do {
        try file.keepOriginal()
      } catch {
        left = file
        return .failed(
          "not taken over, for the text from before could not be kept: \(error). Your text is as it was; "
            + "what the editor wrote is in \(file.path)")
      }
    }
    left = file.isLeft(after: outcome, isOver: status != nil) ? file : nil
    if left == nil { file.remove() }
    return outcome
  }

  /// What was saved in a window; `nil` if nothing was.
  private func end(of file: EditedFile, _ edit: ExternalEdit) -> ExternalEditEnd? {
    guard file.isChanged(from: file.original) else {
      file.remove()
      return nil
    }
    guard edit.text.utf8.elementsEqual(file.original.utf8) else {
      return .failed(
        "what your editor saved since is in \(file.path): it began with another text than this one. "
          + "Your text is as it was; open the editor again for this one")
    }
    let outcome = outcome(
      of: .exited(0), file: file, edit: edit, command: ["the editor"], wasShort: false)
    if case .failed = outcome { return outcome }
    file.remove()
    return outcome
  }

  private func outcome(
    of end: ChildEnd, file: EditedFile, edit: ExternalEdit, command: [String], wasShort: Bool
  ) -> ExternalEditEnd {
    let name = command[0]
    let kept = file.isChanged(from: edit.text) ? "; what it wrote is in \(file.path)" : ""
    switch end {
    case .notStarted(ENOENT):
      return .failed("there is no program \(name): set EDITOR to one that there is. Your text is as it was")
    case .notStarted(let number):
      return .failed(
        "\(name) could not be started: \(String(cString: strerror(number))). Your text is as it was")
    case .killed(let signal):
      return .failed("\(name) was killed by signal \(signal). Your text is as it was\(kept)")
    case .exited(let status) where status != 0:
      return .failed("\(name) ended with status \(status). Your text is as it was\(kept)")
    // Podium is to end: what was saved by then is a draft.
    case .exited, .interrupted: break
    }
    do {
      let text = try file.read(after: edit.text)
      if text.utf8.elementsEqual(edit.text.utf8) {
        return wasShort && end == .exited(0) ? .unchangedAtOnce(command: name, path: file.path) : .unchanged
      }
      return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? .emptied : .changed(text)
    } catch {
      return .failed("not taken over: \(error). Your text is as it was\(kept)")
    }
  }
}

extension EditedFile {
  /// Whether something of the rater's may be in the folder when Podium ends, beside what was taken over.
  fileprivate func isLeft(after outcome: ExternalEditEnd, isOver: Bool) -> Bool {
    if case .failed = outcome, isChanged(from: original) { return true }
    return !isOver || !isAlone
  }
}
