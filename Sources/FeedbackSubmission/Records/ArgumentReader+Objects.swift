import StrictJSON

/// Arguments that are objects with members of their own.
extension ArgumentReader {
  func address() throws(FeedbackArgumentError) -> AgentAddress? {
    guard let object = try object("address") else { return nil }
    let reader = ArgumentReader(object: object, path: place("address"))
    guard object["kind"]?.string == "AGENT" else { throw reader.expected("AGENT", at: "kind") }
    let environments = AgentAddress.Environment.allCases.map(\.rawValue).joined(separator: ", ")
    guard
      let environment = try reader.take(
        "environment", "one of \(environments)",
        { $0.string.flatMap { AgentAddress.Environment(rawValue: $0.lowercased()) } })
    else { throw reader.expected("one of \(environments)", at: "environment") }
    guard let id = try reader.text("id"), let address = AgentAddress(id: id, environment: environment) else {
      throw reader.expected(
        "1 to 63 lower-case letters, digits and hyphens, a letter first, no hyphen last", at: "id")
    }
    return address
  }

  /// What the SDK does not know in a configuration vanishes there, and so it does here.
  func configuration() throws(FeedbackArgumentError) -> FeedbackConfiguration? {
    guard let object = try object("feedback_config") else { return nil }
    let reader = ArgumentReader(object: object, path: place("feedback_config"))
    let kinds = FeedbackConfiguration.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    guard let kind = try reader.choice("type", of: FeedbackConfiguration.Kind.self) else {
      throw reader.expected("one of \(kinds)", at: "type")
    }
    return FeedbackConfiguration(
      kind: kind, minimum: try reader.number("min"), maximum: try reader.number("max"),
      categories: try reader.categories(),
      allowsMultipleCategories: try reader.bool("allows_multiple_categories"))
  }

  private func categories() throws(FeedbackArgumentError) -> [FeedbackConfiguration.Category]? {
    guard let elements = try take("categories", "an array", \.array) else { return nil }
    var categories: [FeedbackConfiguration.Category] = []
    for (index, element) in elements.enumerated() {
      guard let object = element.object else { throw expected("an object", at: "categories[\(index)]") }
      let reader = ArgumentReader(object: object, path: place("categories[\(index)]"))
      guard let value = try reader.number("value") else { throw reader.expected("a number", at: "value") }
      categories.append(FeedbackConfiguration.Category(value: value, label: try reader.text("label")))
    }
    return categories
  }
}
