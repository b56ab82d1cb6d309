import FeedbackSubmission
import Foundation
import StrictJSON

/// Delivers what was kept, and tells what became of it.
struct FeedbackDelivery {
  let client: FeedbackClient
  let console: Console

  /// States are looked up so many at a time.
  private static let chunkSize = 1000

  func run(stopAfterAttempt attempts: Int) async throws -> SubmissionProgress {
    let report = SubmitReport(console: console)
    defer { report.finish() }
    let interruption = Interruption()
    defer { interruption.stop() }
    let delivery = Task { [client] in
      try await client.deliver(stopAfterAttempt: attempts, onProgress: report.show)
    }
    interruption.handle {
      delivery.cancel()
    } cut: { [client] in
      client.abandon()
    }
    return try await delivery.value
  }

  /// Prints a line for each record.
  ///
  /// - Parameter progress: `nil` if nothing was to be delivered now.
  /// - Returns: What the shell is to be told.
  func report(on ids: [UUID], progress: SubmissionProgress?, path: String) async throws -> ExitStatus {
    var (kept, refused) = (0, 0)
    for start in stride(from: 0, to: ids.count, by: Self.chunkSize) {
      let chunk = Array(ids[start..<min(start + Self.chunkSize, ids.count)])
      var lines: [JSONValue] = []
      for (id, state) in zip(chunk, try await client.states(of: chunk)) {
        let result = FeedbackResult(id: id, state: state, progress: progress)
        kept += result.isLeft ? 1 : 0
        refused += result.isRefused ? 1 : 0
        lines.append(result.json)
      }
      try console.printJSONLines(lines)
    }
    guard let progress else { return .done }
    if kept > 0 {
      let reason = progress.condition.reason.map { ": \($0)" } ?? ""
      console.note("podium: \(kept) kept in \(path) and not yet delivered\(reason)")
    }
    if refused > 0 { return .refused }
    if case .parked = progress.condition, kept > 0 { return .refused }
    return kept > 0 ? .findings : .done
  }
}

extension SubmissionProgress.Condition {
  /// What stands in the way, if that is known.
  var reason: String? {
    switch self {
    case .delivering: nil
    case .waiting(let reason): reason
    case .parked(let reason): reason
    }
  }
}
