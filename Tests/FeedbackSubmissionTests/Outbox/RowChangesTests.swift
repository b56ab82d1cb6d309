import Testing

@testable import FeedbackSubmission

@Suite struct RowChangesTests {
  @Test func `Neighbors that become the same are one run, whatever the order in which they came`() {
    #expect(runs([(3, "a"), (1, "a"), (2, "a"), (4, "b"), (6, "b")]) == ["1-3 a", "4-4 b", "6-6 b"])
  }

  @Test func `Nothing has no runs`() {
    #expect(runs([]).isEmpty)
  }

  private func runs(_ rows: [(Int64, String)]) -> [String] {
    var changes = RowChanges<String>()
    for (seq, value) in rows { changes.append(seq, value) }
    return changes.runs.map { "\($0.first)-\($0.last) \($0.value)" }
  }
}
