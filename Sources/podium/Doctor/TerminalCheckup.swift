import Terminal
import TerminalNcurses

/// Whether the front could draw here.
struct TerminalCheckup {
  let environment: [String: String]

  func findings() -> [Finding] {
    do {
      let survey = try TerminalSurvey()
      return [look(size: survey.size, depth: survey.depth), characters(isUTF8: survey.isUTF8)]
    } catch {
      return [
        .note("terminal", "\(error)", advice: "only the commands with a screen need one: label and demo")
      ]
    }
  }

  private func look(size: Size, depth: ColorDepth) -> Finding {
    let colors = depth == .mono ? "no colors" : "\(depth.rawValue) colors"
    let words = "\(environment["TERM"] ?? "unknown"), \(size.columns)x\(size.rows), \(colors)"
    guard size.columns >= 20, size.rows >= 5 else {
      return .note("terminal", words, advice: "enlarge it to 20x5 at least; 80x24 is comfortable")
    }
    return .fine("terminal", words)
  }

  private func characters(isUTF8: Bool) -> Finding {
    isUTF8
      ? .fine("characters", "UTF-8")
      : .note("characters", "ASCII only: texts are spelled out", advice: "export LC_ALL=C.UTF-8")
  }
}
