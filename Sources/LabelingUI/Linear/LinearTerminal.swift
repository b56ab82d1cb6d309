/// Where the front without a screen speaks and listens.
package struct LinearTerminal {
  /// The next line's bytes, without its end; `nil` when there is none.
  let readLine: () -> [UInt8]?
  /// Writes text that is safe to show.
  let write: (String) -> Void
  /// Whether nobody is there any more who could read or type: the session ends then.
  let isGone: () -> Bool
  /// Returns when a message may be in the mailbox.
  let waitForMessages: () -> Void
  /// Opens a text in the rater's own editor; `nil` if none is set, or nobody sits at a terminal.
  let edit: ((ExternalEdit) -> ExternalEditEnd)?

  package init(
    readLine: @escaping () -> [UInt8]?, write: @escaping (String) -> Void,
    isGone: @escaping () -> Bool = { false }, waitForMessages: @escaping () -> Void,
    edit: ((ExternalEdit) -> ExternalEditEnd)? = nil
  ) {
    self.edit = edit
    self.readLine = readLine
    self.write = write
    self.isGone = isGone
    self.waitForMessages = waitForMessages
  }
}
