import Glibc

/// Waits for whatever comes first: input, a signal, a worker, or the end of the time given.
final class EventSource {
  private let input: Int32
  private let signals: Int32
  private let waker: Waker
  /// The input, the signals, the waker.
  private var sources: [pollfd]
  /// To be told with the next wait.
  private var pending: [TerminalSignal] = []
  private var chunk = [UInt8](repeating: 0, count: 16384)
  /// Input that was read before somebody waited for it.
  private var ahead: [TerminalEvent] = []

  init(input: Int32, signals: Int32, waker: Waker) {
    self.input = input
    self.signals = signals
    self.waker = waker
    sources = [input, signals, waker.reading].map(Self.source)
  }

  /// The events at hand as soon as there is one; none when the time ran out first. No limit waits on.
  func wait(milliseconds limit: Int?) -> [TerminalEvent] {
    let hasEvents = !pending.isEmpty || !ahead.isEmpty
    let wasInterrupted = !Self.poll(&sources, milliseconds: hasEvents ? 0 : limit)
    if wasInterrupted || sources[1].revents != 0 { readSignals() }
    var events = pending.map(TerminalEvent.signal)
    pending = []
    if sources[2].revents != 0 {
      waker.drain()
      events.append(.woken)
    }
    events += ahead
    ahead = []
    if sources[0].revents != 0, let event = readInput() { events.append(event) }
    return events
  }

  /// Makes the next wait return at once with what no signal told.
  func announce(_ signal: TerminalSignal) {
    if !pending.contains(signal) { pending.append(signal) }
  }

  /// Reads input before it is waited for, until there is enough of it or the time runs out.
  func readAhead(milliseconds limit: Int, until isEnough: ([UInt8]) -> Bool) {
    let end = ContinuousClock.now + .milliseconds(limit)
    var source = [Self.source(input)]
    while case let left = Int((end - .now) / .milliseconds(1)), left > 0 {
      guard Self.poll(&source, milliseconds: left) else { continue }
      guard source[0].revents != 0 else { return }
      guard let event = readInput() else { continue }
      ahead.append(event)
      guard case .bytes(let bytes) = event, !isEnough(bytes) else { return }
    }
  }

  /// The descriptor that can be read when a signal has come.
  var signalDescriptor: Int32 { signals }

  /// The signal that is to end the process, or says that the terminal is gone, if one has come or comes within the time given.
  /// The next wait tells of it all the same.
  func endingSignal(within milliseconds: Int = 0) -> TerminalSignal? {
    readSignals()
    var sources = [Self.source(signals), Self.source(input)]
    sources[1].events = 0
    if !pending.contains(where: \.ends), Self.poll(&sources, milliseconds: milliseconds) { readSignals() }
    let isHungUp = sources[1].revents & Int16(POLLHUP) != 0
    return pending.first(where: \.ends) ?? (isHungUp ? .hangUp : nil)
  }

  /// Whether the process was just continued after a stop. The handler may run a moment after the stop ends.
  func hasContinued() -> Bool {
    var source = [Self.source(signals)]
    for _ in 0..<5 {
      readSignals()
      if let index = pending.firstIndex(of: .continue) {
        pending.remove(at: index)
        return true
      }
      _ = Self.poll(&source, milliseconds: 20)
    }
    return false
  }

  private static func source(_ descriptor: Int32) -> pollfd {
    pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  }

  /// Notes what happened on each; `false` when interrupted by a signal, which its pipe has by then.
  private static func poll(_ sources: inout [pollfd], milliseconds limit: Int?) -> Bool {
    let ready = Glibc.poll(&sources, nfds_t(sources.count), limit.map { Int32(clamping: $0) } ?? -1)
    if ready < 0 { for index in sources.indices { sources[index].revents = 0 } }
    return ready >= 0
  }

  private func readSignals() {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { numbers in
      let count = read(signals, numbers.baseAddress, numbers.count)
      for number in numbers.prefix(max(0, count)) {
        // A storm of window changes is one.
        if let signal = TerminalSignal(number: Int32(number)) { announce(signal) }
      }
    }
  }

  private func readInput() -> TerminalEvent? {
    let count = read(input, &chunk, chunk.count)
    if count > 0 { return .bytes(Array(chunk[..<count])) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? nil : .hungUp
  }
}
