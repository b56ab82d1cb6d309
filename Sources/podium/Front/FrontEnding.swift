import Preference
import FeedbackSubmission
import LabelingUI
import PreferenceStore
import TerminalNcurses

/// What is said when the screen is gone, and how the program ends.
struct FrontEnding {
  private let ending: FrontSession.Ending
  private let path: String
  private let delivers: Bool

  /// - Parameter delivers: whether what waits is meant to go to a server.
  init(_ ending: FrontSession.Ending, path: String, delivers: Bool) {
    self.ending = ending
    self.path = path
    self.delivers = delivers
  }

  var sentences: [String] {
    let progress = ending.progress
    var sentences = [
      "\(progress.judged) of \(progress.total) comparisons judged; every judgment is in \(path)"
    ]
    if ending.draftCount > 0 {
      let drafts = ending.draftCount == 1 ? "1 draft is kept" : "\(ending.draftCount) drafts are kept"
      sentences.append("\(drafts), not saved: podium drafts \(path)")
    }
    if let sentence = ending.summary.sentence(delivered: delivers ? ending.deliveredNow : 0) {
      sentences.append(sentence)
    }
    if let agreement = ending.agreement.sentence {
      sentences.append(agreement.prefix(1).uppercased() + agreement.dropFirst())
    }
    if delivers, ending.delivery.waiting > 0 {
      sentences.append(
        "\(ending.delivery.waiting) \(ending.delivery.waiting == 1 ? "waits" : "wait") to be delivered: podium submit \(path)"
      )
    }
    if delivers, ending.delivery.dead > 0 {
      sentences.append(
        "\(ending.delivery.dead) refused by LangSmith: podium outbox list \(path) --state dead")
    }
    return sentences
  }

  /// A program that a signal ended ends by that signal.
  func report(to console: Console) throws {
    if let reason = ending.unsaved { console.note("podium: \(reason)") }
    if let folder = ending.leftBehind { console.note("podium: what your editor left is in \(folder)") }
    if let signal = ending.signal { TerminalSession.reraise(signal) }
    // Nobody may be listening: the session is done all the same.
    for sentence in sentences { try? console.printLine(sentence) }
    if ending.unsaved != nil { throw ExitStatus.findings.exitCode }
  }
}
