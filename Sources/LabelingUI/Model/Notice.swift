import Terminal

/// A sentence for the rater in the last line, until the next key.
struct Notice: Equatable, Sendable {
  enum Weight: Equatable, Sendable {
    case information, warning, failure
  }

  let text: String
  let weight: Weight

  static func information(_ text: String) -> Notice { Notice(text: text, weight: .information) }
  static func warning(_ text: String) -> Notice { Notice(text: text, weight: .warning) }
  static func failure(_ text: String) -> Notice { Notice(text: text, weight: .failure) }

  /// Tells a warning too: what was said before, such as that a judgment was not saved, is not read yet.
  func joined(by warning: String) -> Notice {
    Notice(text: text + "; " + warning, weight: weight == .failure ? .failure : .warning)
  }

  var role: Role {
    switch weight {
    case .information: .statusInfo
    case .warning: .statusWarn
    case .failure: .statusError
    }
  }

  /// Weight is told by a sign too, never by color alone.
  var sign: String {
    switch weight {
    case .information: ""
    case .warning: "! "
    case .failure: "!! "
    }
  }
}
