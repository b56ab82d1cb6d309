import Glibc

/// Waits for whatever comes first: input, a signal, a worker, or the end of the time given.
final class EventSource {
  private let input: Int32
  private let signals: Int32
  private let waker: Waker
  /// To be told with the next wait.
  private var pending: [TerminalSignal] = []

  init(input: Int32, signals: Int32, waker: Waker) {
    self.input = input
    self.signals = signals
    self.waker = waker
  }

  /// The events at hand as soon as there is one; none when the time ran out first. No limit waits on.
  func wait(milliseconds limit: Int?) -> [TerminalEvent] {
    let ready = Self.poll([input, signals, waker.reading], milliseconds: pending.isEmpty ? limit : 0)
    readSignals()
    var events = pending.map(TerminalEvent.signal)
    pending = []
    if ready[2] != 0 {
      waker.drain()
      events.append(.woken)
    }
    if ready[0] != 0 { events += readInput() }
    return events
  }

  /// Makes the next wait return at once with what no signal told.
  func announce(_ signal: TerminalSignal) {
    if !pending.contains(signal) { pending.append(signal) }
  }

  /// Whether the process was just continued after a stop. The handler may run a moment after the stop ends.
  func hasContinued() -> Bool {
    for _ in 0..<5 {
      readSignals()
      if let index = pending.firstIndex(of: .continue) {
        pending.remove(at: index)
        return true
      }
      _ = Self.poll([signals], milliseconds: 20)
    }
    return false
  }

  /// What happened on each descriptor; nothing when interrupted by a signal, which its pipe has by then.
  private static func poll(_ descriptors: [Int32], milliseconds limit: Int?) -> [Int16] {
    var sources = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let ready = Glibc.poll(&sources, nfds_t(sources.count), limit.map { Int32(clamping: $0) } ?? -1)
    return ready > 0 ? sources.map(\.revents) : descriptors.map { _ in 0 }
  }

  private func readSignals() {
    var numbers = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &numbers, numbers.count)
    guard count > 0 else { return }
    for number in numbers[..<count] {
      // A storm of window changes is one.
      if let signal = TerminalSignal(number: Int32(number)) { announce(signal) }
    }
  }

  private func readInput() -> [TerminalEvent] {
    var chunk = [UInt8](repeating: 0, count: 16384)
    let count = read(input, &chunk, chunk.count)
    if count > 0 { return [.bytes(Array(chunk[..<count]))] }
    if count < 0, errno == EAGAIN || errno == EINTR { return [] }
    return [.hungUp]
  }
}
