/// What is kept of the last frame, for the next one to take over what both show.
package struct DrawnFrame: Sendable {
  var header = DrawnRow<HeaderLine>()
  var order = DrawnRow<OrderLine>()
  var hints = DrawnRow<HintBar>()
  var runs = DrawnRuns()
  var editor = DrawnEditor()

  package init() {}
}
