/// Where the front without a screen speaks and listens.
package struct LinearTerminal {
  /// The next line, without its end; `nil` when there is none.
  let readLine: () -> String?
  /// Writes text that is safe to show.
  let write: (String) -> Void
  /// Returns when a message may be in the mailbox.
  let waitForMessages: () -> Void
  /// Opens a text in the rater's own editor; `nil` if none is set, or nobody sits at a terminal.
  let edit: ((ExternalEdit) -> ExternalEditEnd)?

  package init(
    readLine: @escaping () -> String?, write: @escaping (String) -> Void,
    waitForMessages: @escaping () -> Void, edit: ((ExternalEdit) -> ExternalEditEnd)? = nil
  ) {
    self.edit = edit
    self.readLine = readLine
    self.write = write
    self.waitForMessages = waitForMessages
  }
}
