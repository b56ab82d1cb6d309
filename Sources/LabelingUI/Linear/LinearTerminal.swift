/// Where the front without a screen speaks and listens.
package struct LinearTerminal {
  /// The next line, without its end; `nil` when there is none.
  let readLine: () -> String?
  /// Writes text that is safe to show.
  let write: (String) -> Void
  /// Returns when a message may be in the mailbox.
  let waitForMessages: () -> Void

  package init(
    readLine: @escaping () -> String?, write: @escaping (String) -> Void,
    waitForMessages: @escaping () -> Void
  ) {
    self.readLine = readLine
    self.write = write
    self.waitForMessages = waitForMessages
  }
}
