/// Criteria that most campaigns want, by name.
extension Criterion {
  package static let standardNames = ["confidence", "recognized"]

  /// - Parameter isRequired: `nil` as it comes.
  package static func standard(_ name: String, isRequired: Bool? = nil) -> Criterion? {
    switch name {
    case "confidence":
      Criterion(
        key: "confidence", label: "How sure are you?",
        kind: .category([
          Option(value: "guess"), Option(value: "likely"), Option(value: "sure"),
        ]), isRequired: isRequired ?? false)
    case "recognized":
      Criterion(
        key: "recognized_model", label: "I recognized the model", kind: .flag, scope: .run,
        isRequired: isRequired ?? false)
    default: nil
    }
  }
}
