/// A text that is never printed: not by `print`, not in an error, not by a debugger's summary.
public struct Secret: Sendable, Equatable {
  private let text: String

  public init(_ text: String) {
    self.text = text
  }

  /// The text itself, for the one place that sends it.
  var revealed: String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "(hidden)" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret {
  /// The beginning that tells the kind of key, and the end that tells which: `lsv2_pt_…9f3a`. Of a short text, nothing.
  public var masked: String {
    text.utf8.count >= 20 ? "\(text.prefix(8))…\(text.suffix(4))" : "(hidden)"
  }
}
