import Dispatch
import FeedbackSubmission
import Foundation
import LabelingUI
import Preference
import PreferenceStore
import Terminal
import TerminalNcurses

/// A workspace on standard input and output, line by line.
struct LinearSession {
  let workspace: Workspace
  let campaign: String
  let settings: FrontSettings
  let delivery: FrontDelivery
  /// The number of the comparison to begin with; `nil` for where the last session ended.
  var start: Int?

  func run() throws -> FrontSession.Ending {
    defer { workspace.close() }
    let arrived = DispatchSemaphore(value: 0)
    let mailbox = Mailbox { arrived.signal() }
    let delivery = BackgroundDelivery(
      workspace: workspace, mailbox: mailbox, transport: delivery.transport)
    let rubric = try workspace.rubric()
    let worker = WorkspaceWorker(
      workspace: workspace, rater: settings.rater, mailbox: mailbox, rubric: rubric
    ) {
      delivery.noteChange()
    }
    let deliveredBefore = try workspace.outboxCounts().delivered
    delivery.start()
    let began = ContinuousClock.now
    let editor = LineEditor(environment: ProcessInfo.processInfo.environment)
    var front = LinearFront(
      model: try model(rubric?.rubric), terminal: terminal(LinearStreams(), arrived, editor),
      mailbox: mailbox,
      clock: { ContinuousClock.now - began }, perform: worker.perform)
    front.run()
    worker.finish()
    delivery.stop()
    let counts = try workspace.outboxCounts()
    return FrontSession.Ending(
      progress: try workspace.progress(rater: settings.rater), delivery: counts,
      unsaved: FrontSession.unsaved(in: mailbox.takeAll()), agreement: try workspace.agreement(),
      draftCount: try workspace.drafts(of: settings.rater).count, summary: front.summary,
      deliveredNow: max(0, counts.delivered - deliveredBefore), leftBehind: editor?.leftBehind,
      signal: editor?.endingSignal)
  }

  private func terminal(
    _ streams: LinearStreams, _ arrived: DispatchSemaphore, _ editor: LineEditor?
  ) -> LinearTerminal {
    LinearTerminal(
      readLine: streams.readLine, write: streams.write,
      isGone: { streams.isGone || editor?.endingSignal != nil },
      waitForMessages: { arrived.wait() }, edit: editor?.edit)
  }

  private func model(_ rubric: Rubric?) throws -> Model {
    Model(
      campaign: campaign, progress: try workspace.progress(rater: settings.rater),
      size: Size(columns: 80, rows: 24), repertoire: TerminalLocale.isUTF8() ? .unicode : .ascii,
      keymap: settings.keymap,
      place: try workspace.place(rater: settings.rater).flatMap(RaterPlace.init(json:)),
      breakInterval: settings.breakInterval, rubric: rubric, start: start)
  }
}
