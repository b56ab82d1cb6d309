import Glibc

/// What the environment says about the terminal.
package struct TerminalEnvironment: Equatable, Sendable {
  /// `TERM`
  package var type: String?
  /// `COLORTERM`
  package var colorSupport: String?
  /// `NO_COLOR`
  package var noColor: String?
  /// The variables by which terminals tell which they are, those that are set.
  package var marks: [String: String] = [:]

  package init(
    type: String?, colorSupport: String? = nil, noColor: String? = nil, marks: [String: String] = [:]
  ) {
    self.type = type
    self.colorSupport = colorSupport
    self.noColor = noColor
    self.marks = marks
  }

  package static func current() -> Self {
    let marks = TerminalFeatures.marks.compactMap { name in value(of: name).map { (name, $0) } }
    return Self(
      type: value(of: "TERM"), colorSupport: value(of: "COLORTERM"), noColor: value(of: "NO_COLOR"),
      marks: Dictionary(uniqueKeysWithValues: marks))
  }

  /// `NO_COLOR` counts when it is set and not empty (no-color.org).
  var refusesColor: Bool { noColor.map { !$0.isEmpty } ?? false }
  var claimsDirectColor: Bool { colorSupport == "truecolor" || colorSupport == "24bit" }

  private static func value(of name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
