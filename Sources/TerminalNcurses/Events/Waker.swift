import CNcursesw
import Glibc

/// Wakes the loop, from any thread.
package final class Waker: Sendable {
  let reading: Int32
  private let writing: Int32

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard tn_pipe_open(&ends) else { throw .notUsable(type: "pipe") }
    (reading, writing) = (ends[0], ends[1])
  }

  // Whoever still holds the waker may call it: the descriptors live as long as it does.
  deinit {
    close(reading)
    close(writing)
  }

  /// The next wait, or the one under way, returns `.woken`. Many calls before it make one event.
  package func wake() {
    var byte: UInt8 = 1
    // A full pipe wakes just as well.
    _ = write(writing, &byte, 1)
  }

  func drain() {
    var chunk = [UInt8](repeating: 0, count: 256)
    while read(reading, &chunk, chunk.count) > 0 {}
  }
}
