import Synchronization

/// Where workers leave messages for the one thread that owns the terminal.
package final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// `wake` ends the owner's wait; it may be called from any thread.
  package init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  package func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake()
  }

  package func takeAll() -> [Message] {
    messages.withLock { messages in
      defer { messages.removeAll(keepingCapacity: true) }
      return messages
    }
  }
}
