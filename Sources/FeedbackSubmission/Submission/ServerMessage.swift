import StrictJSON

/// The words with which the server explains a refusal.
///
/// Only what is meant as an explanation is taken, never the input that some servers repeat in their errors:
/// the reason is shown and logged, and a judgment's text must not be.
package enum ServerMessage {
  private static let lengthLimit = 300

  /// `{"detail": text}`, `{"error": text}`, `{"message": text}` or `{"detail": [{"loc": […], "msg": text}]}`.
  package static func text(in body: [UInt8]) -> String? {
    guard case .object(let object)? = try? JSONParser.parse(body) else { return nil }
    if case .array(let problems)? = object["detail"] {
      let texts = problems.compactMap(text(of:))
      return texts.isEmpty ? nil : tidy(texts.joined(separator: "; "))
    }
    for key in ["detail", "error", "message", "title"] {
      if case .string(let text)? = object[key] { return tidy(text) }
    }
    return nil
  }

  /// The machine-readable `error` of an answer.
  package static func code(in body: [UInt8]) -> String? {
    guard case .object(let object)? = try? JSONParser.parse(body) else { return nil }
    if case .string(let code)? = object["error"] { return code }
    guard case .object(let detail)? = object["detail"], case .string(let code)? = detail["error"] else {
      return nil
    }
    return code
  }

  private static func text(of problem: JSONValue) -> String? {
    guard case .object(let problem) = problem, case .string(let message)? = problem["msg"] else { return nil }
    guard case .array(let location)? = problem["loc"] else { return message }
    let path = location.compactMap { element in
      switch element {
      case .string(let name): name
      case .number(let number): number.literal
      default: nil
      }
    }
    return "\(path.joined(separator: ".")): \(message)"
  }

  private static func tidy(_ text: String) -> String {
    var tidied = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(lengthLimit) {
      tidied.append(scalar.properties.generalCategory.isVisible ? scalar : " ")
    }
    return String(tidied)
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isVisible: Bool {
    switch self {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
