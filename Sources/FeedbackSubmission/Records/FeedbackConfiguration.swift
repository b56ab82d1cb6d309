/// How feedback with a key is to be read.
///
///     record.configuration = .categorical([.init(value: 1, label: "good"), .init(value: 0, label: "bad")])
public struct FeedbackConfiguration: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case continuous, categorical, freeform
  }

  public var kind: Kind
  public var minimum: Double?
  public var maximum: Double?
  public var categories: [Category]?
  public var allowsMultipleCategories: Bool?

  public init(
    kind: Kind, minimum: Double? = nil, maximum: Double? = nil, categories: [Category]? = nil,
    allowsMultipleCategories: Bool? = nil
  ) {
    self.kind = kind
    self.minimum = minimum
    self.maximum = maximum
    self.categories = categories
    self.allowsMultipleCategories = allowsMultipleCategories
  }

  public static func continuous(minimum: Double? = nil, maximum: Double? = nil) -> Self {
    Self(kind: .continuous, minimum: minimum, maximum: maximum)
  }

  public static func categorical(_ categories: [Category], allowsMultiple: Bool? = nil) -> Self {
    Self(kind: .categorical, categories: categories, allowsMultipleCategories: allowsMultiple)
  }

  public static let freeform = Self(kind: .freeform)

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
