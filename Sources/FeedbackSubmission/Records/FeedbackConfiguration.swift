/// How feedback with a key is to be read.
public enum FeedbackConfiguration: Sendable, Equatable {
  case continuous(minimum: Double?, maximum: Double?)
  case categorical([Category])
  case freeform

  /// One answer of a categorical key.
  public struct Category: Sendable, Equatable {
    public var value: Double
    public var label: String?

    public init(value: Double, label: String? = nil) {
      self.value = value
      self.label = label
    }
  }
}
