/// How long a rater is at it, and how fast. A pause counts for as long as somebody may read without a key, and no longer.
struct Pace: Equatable, Sendable {
  /// What exceeds this without a key is a pause.
  static let longestReading = Duration.seconds(90)
  /// Who was away this long needs no reminder of a break.
  static let longBreak = Duration.seconds(300)
  /// The rate is that of the last judgments: people get faster, and tired.
  static let memory = 20

  /// After how much work the rater wants to be told to rest.
  let breakInterval: Duration?
  /// Of the session.
  private(set) var active = Duration.zero
  private var lastActivity: Duration?
  /// Of the comparison that is open.
  private var onComparison = Duration.zero
  private var sinceBreak = Duration.zero
  private var isReminderDue = false
  /// What each judgment of the session took, in milliseconds.
  private(set) var judgments: [Int] = []
  private(set) var undone = 0

  init(breakInterval: Duration? = nil) {
    self.breakInterval = breakInterval
  }

  /// The rater did something.
  mutating func note(at time: Duration) {
    defer { lastActivity = time }
    guard let lastActivity, time > lastActivity else { return }
    let gap = time - lastActivity
    let counted = min(gap, Self.longestReading)
    active += counted
    onComparison += counted
    sinceBreak = gap >= Self.longBreak ? .zero : sinceBreak + counted
  }

  /// A comparison is on the screen.
  mutating func begin(at time: Duration) {
    note(at: time)
    onComparison = .zero
  }

  /// What the open comparison took so far.
  var elapsedMilliseconds: Int { Int(onComparison / .milliseconds(1)) }

  /// - Parameter isNew: Whether there is one judgment more: another mind about one that was there is no progress.
  mutating func noteJudgment(milliseconds: Int, isNew: Bool = true) {
    if isNew { judgments.append(milliseconds) }
    guard let breakInterval, sinceBreak >= breakInterval else { return }
    isReminderDue = true
    sinceBreak = .zero
  }

  mutating func noteUndo(by step: Int) { undone = max(0, undone + step) }

  /// Whether the rater is to be told to rest; once for each stretch of work.
  mutating func takeReminder() -> Bool {
    defer { isReminderDue = false }
    return isReminderDue
  }
}

// MARK: - Figures

extension Pace {
  /// Milliseconds for one judgment, all that is around it included; `nil` before there are enough to tell.
  var perJudgment: Double? {
    guard judgments.count >= 3 else { return nil }
    let recent = judgments.suffix(Self.memory)
    let mean = Double(recent.reduce(0, +)) / Double(recent.count)
    return max(mean, 1)
  }

  /// `48/h · 2 h left`; empty before there is anything to tell.
  static func words(perJudgment: Double?, left: Int) -> String {
    guard let perJudgment else { return "" }
    let rate = "\(Int((3_600_000 / perJudgment).rounded()))/h"
    guard left > 0 else { return rate }
    return "\(rate) · \(words(seconds: Int(perJudgment * Double(left) / 1000))) left"
  }

  /// `under a minute`, `12 min`, `2 h 5 min`, `31 h`.
  static func words(seconds: Int) -> String {
    let minutes = (seconds + 30) / 60
    switch minutes {
    case ..<1: return "under a minute"
    case ..<60: return "\(minutes) min"
    case ..<600: return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    default: return "\((minutes + 30) / 60) h"
    }
  }

  var summary: SessionSummary {
    let sorted = judgments.sorted()
    return SessionSummary(
      judged: judgments.count, undone: undone, activeSeconds: Int(active / .seconds(1)),
      medianMilliseconds: sorted.isEmpty ? nil : sorted[sorted.count / 2],
      perHour: perJudgment.map { Int((3_600_000 / $0).rounded()) })
  }
}
