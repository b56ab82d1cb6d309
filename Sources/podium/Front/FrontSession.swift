import Preference
import FeedbackSubmission
import Foundation
import LabelingUI
import PreferenceStore
import Terminal
import TerminalNcurses

/// A workspace on the terminal, from the first frame to the moment the terminal is given back.
struct FrontSession {
  struct Ending {
    let progress: RaterProgress
    let delivery: OutboxCounts
    /// What the workspace could not take at the end, and why; `nil` if it took everything.
    let unsaved: String?
    let agreement: RaterAgreement
    /// How many comparisons the rater has begun and not saved.
    let draftCount: Int
    /// What this session came to.
    let summary: SessionSummary
    /// How many judgments were delivered while it lasted.
    let deliveredNow: Int
    /// The folder of a text that an editor has written to and that was not taken over, if there is one.
    let leftBehind: String?
    /// The signal that ended the session; the process is to end by it too.
    let signal: TerminalSignal?
  }

  private let workspace: Workspace
  private let campaign: String
  private let settings: FrontSettings
  private let delivery: FrontDelivery?
  private let recording: RecordingFile?
  private let start: Int?

  /// - Parameters:
  ///   - delivery: Where judgments are delivered; without it they are not.
  ///   - start: The number of the comparison to begin with; `nil` for where the last session ended.
  init(
    workspace: Workspace, campaign: String, settings: FrontSettings, recording: RecordingFile?,
    delivery: FrontDelivery?, start: Int? = nil
  ) {
    self.workspace = workspace
    self.campaign = campaign
    self.settings = settings
    self.delivery = delivery
    self.recording = recording
    self.start = start
  }

  /// Returns when the rater quits, when a signal says so, or when the terminal is gone.
  func run() throws -> Ending {
    defer { workspace.close() }
    let session = try TerminalSession(settings.terminal)
    defer { session.stop() }
    let deliveredBefore = try workspace.outboxCounts().delivered
    let (terminal, unsaved, summary) = try judge(on: session)
    let delivery = try workspace.outboxCounts()
    return Ending(
      progress: try workspace.progress(rater: settings.rater), delivery: delivery, unsaved: unsaved,
      agreement: try workspace.agreement(), draftCount: try workspace.drafts(of: settings.rater).count,
      summary: summary,
      deliveredNow: max(0, delivery.delivered - deliveredBefore), leftBehind: terminal.leftBehind,
      signal: terminal.endingSignal)
  }

  private func judge(on session: TerminalSession) throws
    -> (CursesTerminal, unsaved: String?, SessionSummary)
  {
    let mailbox = Mailbox { [waker = session.waker] in waker.wake() }
    let terminal = CursesTerminal(session, clipboard: settings.clipboard) {
      mailbox.post(.copyFailed(reason: $0))
    }
    terminal.use(settings.themes.current)
    let delivery = makeDelivery(mailbox)
    let rubric = try workspace.rubric()
    let worker = WorkspaceWorker(
      workspace: workspace, rater: settings.rater, mailbox: mailbox, rubric: rubric
    ) {
      delivery?.noteChange()
    }
    let readers = TextWorkers(mailbox: mailbox)
    let watcher = ThemeWatcher(
      settings.userThemes, known: settings.themes.catalog.sources.filter { !$0.isBuiltIn }
    ) {
      mailbox.post(.themesChanged($0))
    }
    defer { withExtendedLifetime(watcher) {} }
    delivery?.start()
    defer { delivery?.stop() }
    let model = try model(session: session, rubric: rubric?.rubric)
    let recorder = recording.map {
      SessionRecorder(model, recordsTexts: $0.recordsTexts, write: $0.append)
    }
    var loop = FrontLoop(
      model: model, decoder: InputDecoder(keySequences: session.keySequences),
      terminal: terminal,
      mailbox: mailbox, clock: Self.clock(), escapeDelay: settings.escapeDelay,
      observe: { recorder?.note($0, isWriting: $1) }
    ) { effect in
      if !readers.perform(effect) { worker.perform(effect) }
    }
    if !session.isUTF8 {
      mailbox.post(
        .warned("this locale has ASCII only, other characters are spelled out: LC_ALL=C.UTF-8 shows them"))
    }
    if let warning = settings.faults.warning { mailbox.post(.warned(warning)) }
    loop.run()
    readers.cancel()
    worker.finish()
    return (terminal, Self.unsaved(in: mailbox.takeAll()), loop.summary)
  }

  /// What came back from the workspace when the loop had ended.
  static func unsaved(in messages: [Message]) -> String? {
    messages.compactMap { message in
      switch message {
      case .recordingFailed(let reason): "the last judgment is not saved: \(reason)"
      case .workFailed(.keeping, let reason): "what was begun is not kept as a draft: \(reason)"
      default: nil
      }
    }.last
  }

  private func makeDelivery(_ mailbox: Mailbox) -> BackgroundDelivery? {
    delivery.map { BackgroundDelivery(workspace: workspace, mailbox: mailbox, transport: $0.transport) }
  }

  private func model(session: TerminalSession, rubric: Rubric?) throws -> Model {
    var model = Model(
      campaign: campaign, progress: try workspace.progress(rater: settings.rater), size: session.backend.size,
      repertoire: session.isUTF8 ? .unicode : .ascii, keymap: settings.keymap, themes: settings.themes,
      place: try workspace.place(rater: settings.rater).flatMap(RaterPlace.init(json:)),
      breakInterval: settings.breakInterval, rubric: rubric, start: start)
    model.usesMouse = settings.terminal.usesMouse
    if settings.clipboard != nil { model.clipboardLimit = nil }
    return model
  }

  private static func clock() -> () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }
}
