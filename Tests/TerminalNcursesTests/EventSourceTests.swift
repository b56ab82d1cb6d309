import CNcursesw
import Glibc
import Testing

@testable import TerminalNcurses

@Suite struct EventSourceTests {
  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(tn_pipe_open(&ends))
      (reading, writing) = (ends[0], ends[1])
    }

    func send(_ bytes: [UInt8]) {
      _ = write(writing, bytes, bytes.count)
    }
  }

  private let input: Pipe
  private let signals: Pipe
  private let waker: Waker
  private let events: EventSource

  init() throws {
    (input, signals, waker) = (try Pipe(), try Pipe(), try Waker())
    events = EventSource(input: input.reading, signals: signals.reading, waker: waker)
  }

  @Test func `when the time runs out there is no event`() {
    #expect(events.wait(milliseconds: 0) == [])
  }

  @Test func `input comes as bytes, as much as there is`() {
    input.send([27, 91, 65])
    #expect(events.wait(milliseconds: nil) == [.bytes([27, 91, 65])])
  }

  @Test func `the end of input is the end of the terminal`() {
    close(input.writing)
    #expect(events.wait(milliseconds: nil) == [.hungUp])
  }

  @Test func `what was typed before the end is not lost`() {
    input.send([113])
    close(input.writing)
    #expect(events.wait(milliseconds: nil) == [.bytes([113])])
    #expect(events.wait(milliseconds: nil) == [.hungUp])
  }

  @Test func `a storm of window changes is one event`() {
    signals.send([UInt8(SIGWINCH), UInt8(SIGWINCH), UInt8(SIGTERM), UInt8(SIGWINCH)])
    #expect(events.wait(milliseconds: nil) == [.signal(.windowChange), .signal(.terminate)])
    #expect(events.wait(milliseconds: 0) == [])
  }

  @Test func `a signal is told before the input that came with it`() {
    input.send([1])
    signals.send([UInt8(SIGTERM)])
    #expect(events.wait(milliseconds: nil) == [.signal(.terminate), .bytes([1])])
  }

  @Test func `many wake-ups before a wait are one event`() async {
    let waker = waker
    await withTaskGroup { group in
      for _ in 0..<10 { group.addTask { waker.wake() } }
    }
    #expect(events.wait(milliseconds: nil) == [.woken])
    #expect(events.wait(milliseconds: 0) == [])
  }

  @Test func `a full pipe does not make waking wait`() {
    for _ in 0..<100_000 { waker.wake() }
    #expect(events.wait(milliseconds: nil) == [.woken])
  }

  @Test func `looking for a continuation keeps the other signals`() {
    signals.send([UInt8(SIGWINCH), UInt8(SIGCONT), UInt8(SIGTERM)])
    #expect(events.hasContinued())
    #expect(events.wait(milliseconds: nil) == [.signal(.windowChange), .signal(.terminate)])
  }

  @Test func `what is announced comes with the next wait, once`() {
    events.announce(.windowChange)
    signals.send([UInt8(SIGWINCH)])
    #expect(events.wait(milliseconds: nil) == [.signal(.windowChange)])
    #expect(events.wait(milliseconds: 0) == [])
  }

  @Test func `without a continuation there was no stop`() {
    #expect(!events.hasContinued())
  }
}
