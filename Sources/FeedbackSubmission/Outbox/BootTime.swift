/// Milliseconds since the machine was started. It runs on while the machine sleeps and does not jump with the
/// clock on the wall, so leases and pauses are measured by it.
package struct BootTime: Comparable, Hashable, Sendable {
  package let milliseconds: Int64

  package static let distantPast = BootTime(milliseconds: 0)

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func < (left: BootTime, right: BootTime) -> Bool { left.milliseconds < right.milliseconds }

  package static func + (time: BootTime, duration: Duration) -> BootTime {
    let (seconds, attoseconds) = duration.components
    return BootTime(milliseconds: time.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }

  package static func - (left: BootTime, right: BootTime) -> Duration {
    .milliseconds(left.milliseconds - right.milliseconds)
  }
}
