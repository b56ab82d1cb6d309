/// How far the rater is.
package struct Progress: Equatable, Sendable {
  package let total: Int
  package let judged: Int

  package init(total: Int, judged: Int) {
    self.total = total
    self.judged = judged
  }
}
