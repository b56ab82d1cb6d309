import Foundation
import LabelingUI
import Terminal
import TerminalNcurses

/// The curses session as the front's loop sees it.
final class CursesTerminal: FrontTerminal {
  private let session: TerminalSession
  private let clipboard: ClipboardCommand?
  private let copyFailed: @Sendable (String) -> Void
  /// A text that an editor may still have in a window.
  private var leftFile: EditedFile?
  /// Where something is that an editor wrote and that was not taken over, if there is.
  var leftBehind: String? { leftFile?.leftBehind(isInterrupted: endingSignal != nil) }
  /// The signal that asked the program to end, if one did.
  private(set) var endingSignal: TerminalSignal?

  /// - Parameters:
  ///   - clipboard: what takes copied texts in the terminal's place.
  ///   - copyFailed: is told why it did not, from any thread.
  init(
    _ session: TerminalSession, clipboard: ClipboardCommand? = nil,
    copyFailed: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.session = session
    self.clipboard = clipboard
    self.copyFailed = copyFailed
  }

  var size: Size { session.backend.size }

  func use(_ theme: Theme) { session.backend.use(theme) }

  func present(_ frame: Frame) { session.backend.present(frame) }

  func invalidate() { session.backend.invalidate() }

  func copy(_ text: String) -> Bool {
    guard let clipboard else { return session.copy(text) }
    clipboard.copy(text, failed: copyFailed)
    return true
  }

  func useMouse(_ isUsed: Bool) { session.usesMouse = isUsed }

  var awaitsReports: Bool { session.awaitsReports }

  func take(_ report: TerminalReport) { session.take(report) }

  func edit(_ edit: ExternalEdit) -> ExternalEditEnd {
    ExternalEditor(environment: ProcessInfo.processInfo.environment) { [session] arguments in
      session.run(arguments)
    }.edit(edit, left: &leftFile)
  }

  func suspend() -> Bool { session.suspend() == .continued }

  func waitForEvents(atMost timeout: Duration?) -> [FrontEvent] {
    session.wait(milliseconds: timeout?.wholeMilliseconds).compactMap(event)
  }

  private func event(_ event: TerminalEvent) -> FrontEvent? {
    switch event {
    case .bytes(let bytes): return .bytes(bytes)
    case .woken: return .woken
    case .hungUp:
      endingSignal = endingSignal ?? .hangUp
      return .hungUp
    case .signal(.windowChange): return .resized(session.adoptSize())
    case .signal(.suspend): return .suspensionRequested
    case .signal(.continue):
      session.refresh()
      return .resized(session.adoptSize())
    case .signal(let signal):
      endingSignal = signal
      return .terminationRequested
    }
  }
}

extension Duration {
  /// Without a way through floating-point numbers, which takes its time before every key.
  fileprivate var wholeMilliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
