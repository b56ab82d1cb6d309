import FeedbackSubmission
import GRDB
import Preference
import Testing

@testable import PreferenceStore

@Suite struct JudgedSpansTests {
  @Test func `spans say what a set would say`() throws {
    let test = try TestWorkspace()
    try test.workspace.database.write { db in
      let spans = JudgedSpans(raterID: try Rater.fetchMakingIfNew("ada", db).id)
      var numbers = SystemRandomNumberGenerator()
      var expected: Set<Int> = []
      for _ in 0..<600 {
        let ordinal = Int.random(in: 1...20, using: &numbers)
        if Bool.random(using: &numbers) {
          try spans.insert(ordinal, db)
          expected.insert(ordinal)
        } else {
          try spans.remove(ordinal, db)
          expected.remove(ordinal)
        }
        let start = Int.random(in: 0...20, using: &numbers)
        let next = (start + 1...22).first { !expected.contains($0) }
        #expect(try spans.count(db) == expected.count)
        #expect(try spans.firstOutside(after: start, db) == next)
      }
    }
  }

  @Test func `judging in order makes one span`() throws {
    let test = try TestWorkspace(Comparison.samples(30))
    for ordinal in (1...30).shuffled() { try test.judge(ordinal) }
    let count = try test.workspace.database.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM judged_span")
    }
    #expect(count == 1)
  }
}
