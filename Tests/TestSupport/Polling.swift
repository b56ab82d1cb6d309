/// What was waited for did not come.
package struct TimedOut: Error, CustomStringConvertible {
  package let description: String
}

/// Asks again and again until there is an answer. Short waits in between keep the few threads free.
package func poll<Answer>(
  _ what: @autoclosure () -> String, within limit: Duration = .seconds(10), _ ask: () async throws -> Answer?
) async throws -> Answer {
  let deadline = ContinuousClock.now + limit
  while true {
    if let answer = try await ask() { return answer }
    guard ContinuousClock.now < deadline else { throw TimedOut(description: "waited \(limit) for \(what())") }
    try await Task.sleep(for: .milliseconds(5))
  }
}
