import Preference
import Terminal

/// Texts on their way to the terminal's clipboard.
extension Model {
  /// What terminals are known to take: 100,000 bytes in base 64.
  package static let clipboardLimit = 74_994

  /// Copies the text in focus as the model wrote it, not as it is shown.
  mutating func copy() -> [Effect] {
    guard let screen else { return [] }
    let (name, text) = screen.writtenTextInFocus
    let count = text.utf8.count
    if let limit = clipboardLimit, count > limit {
      notice = .warning(
        "not copied: \(name) has \(count) bytes, and terminals take \(limit); a program may take more: --clipboard-cmd"
      )
      return []
    }
    let hidden = SanitizedText(text).hiddenCount
    let words = "sent to the clipboard: \(name), \(count) bytes"
    notice = hidden == 0 ? .information(words) : .warning(words + "; \(hidden) characters in it are hidden")
    return [.copy(text)]
  }

  mutating func noteCopyRefused() -> [Effect] {
    notice = .warning(
      "not copied: this terminal is not known to have a clipboard for programs; --clipboard-cmd names a program that has"
    )
    return []
  }

  mutating func noteCopyFailed(_ reason: String) -> [Effect] {
    notice = .warning("not copied: \(reason)")
    return []
  }
}

extension CompareScreen {
  /// The text in focus, without what rendering made of it and what stands beside it.
  fileprivate var writtenTextInFocus: (label: String, text: String) {
    switch focus {
    case .prompt: (textInFocus.label, item.comparison.prompt.displayText)
    case .column(let index): (textInFocus.label, columns[index].text.original)
    }
  }
}
