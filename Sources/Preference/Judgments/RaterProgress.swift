/// How far a rater is.
package struct RaterProgress: Hashable, Sendable {
  package let total: Int
  package let judged: Int
  /// There is a judgment that can be taken back.
  package let canUndo: Bool
  /// There is one that was taken back and can be brought back.
  package let canRedo: Bool

  package init(total: Int, judged: Int, canUndo: Bool? = nil, canRedo: Bool = false) {
    self.total = total
    self.judged = judged
    self.canUndo = canUndo ?? (judged > 0)
    self.canRedo = canRedo
  }
}
