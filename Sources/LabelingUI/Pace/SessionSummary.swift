/// What a session came to.
package struct SessionSummary: Equatable, Sendable {
  package let judged: Int
  package let undone: Int
  /// Pauses do not count.
  package let activeSeconds: Int
  package let medianMilliseconds: Int?
  package let perHour: Int?

  package init(
    judged: Int, undone: Int = 0, activeSeconds: Int = 0, medianMilliseconds: Int? = nil, perHour: Int? = nil
  ) {
    self.judged = judged
    self.undone = undone
    self.activeSeconds = activeSeconds
    self.medianMilliseconds = medianMilliseconds
    self.perHour = perHour
  }

  /// `This session: 23 judged in 31 min, 42 s each (median), 45 an hour, 2 undone, 20 delivered`; `nil` if nothing was done.
  package func sentence(delivered: Int) -> String? {
    guard judged + undone > 0 else { return nil }
    var parts = ["\(judged) judged in \(Pace.words(seconds: activeSeconds))"]
    if let medianMilliseconds {
      parts.append("\(Self.words(milliseconds: medianMilliseconds)) each (median)")
    }
    if let perHour { parts.append("\(perHour) an hour") }
    if undone > 0 { parts.append("\(undone) undone") }
    if delivered > 0 { parts.append("\(delivered) delivered") }
    return "This session: " + parts.joined(separator: ", ")
  }

  private static func words(milliseconds: Int) -> String {
    let tenths = (milliseconds + 50) / 100
    if tenths < 100 { return "\(tenths / 10).\(tenths % 10) s" }
    let seconds = (milliseconds + 500) / 1000
    return seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
