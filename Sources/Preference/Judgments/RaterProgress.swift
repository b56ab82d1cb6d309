/// How far a rater is.
package struct RaterProgress: Hashable, Sendable {
  package let total: Int
  package let judged: Int

  package init(total: Int, judged: Int) {
    self.total = total
    self.judged = judged
  }
}
