import StrictJSON

/// JSON that was given on the command line.
enum OptionJSON {
  /// What is no JSON is text: where none is expected, it is refused as such. What begins as an object, an array or
  /// quoted text has to be one.
  ///
  /// - Throws: `CommandFailure` that names the option, and not what was given.
  static func value(_ text: String, flag: String) throws -> JSONValue {
    do {
      return try JSONParser.parse(text.utf8)
    } catch {
      let isMeantAsJSON = text.unicodeScalars.first.map { "{[\"".unicodeScalars.contains($0) } ?? false
      guard isMeantAsJSON else { return .string(text) }
      throw CommandFailure(.usage, "\(flag): \(error.description)")
    }
  }
}
