/// What became of the judgments that go to a server, in comparisons.
package struct DeliveryStatus: Equatable, Sendable {
  package var delivered: Int
  /// Of the delivered ones, those that were read back since and found as they should be.
  package var verified: Int
  package var waiting: Int
  package var refused: Int
  /// Why nothing is being sent, if nothing is.
  package var held: String?

  package init(delivered: Int = 0, verified: Int = 0, waiting: Int = 0, refused: Int = 0, held: String? = nil)
  {
    self.delivered = delivered
    self.verified = verified
    self.waiting = waiting
    self.refused = refused
    self.held = held
  }

  /// Something waits that will not go out by itself.
  var isHeld: Bool { waiting > 0 && held != nil }

  /// The status line's words: `9 delivered · 3 waiting`. Empty while there is nothing to deliver.
  var summary: String {
    guard delivered + waiting + refused > 0 else { return "" }
    var parts = ["\(delivered) delivered"]
    if verified > 0 { parts.append("\(verified) verified") }
    parts.append("\(waiting) waiting")
    if refused > 0 { parts.append("\(refused) refused") }
    if isHeld { parts.append("held") }
    return parts.joined(separator: " · ")
  }
}
