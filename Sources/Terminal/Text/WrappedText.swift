/// Sanitized text broken into rows of a given width. No glyph is ever cut off.
package struct WrappedText: Sendable {
  package init(_ text: SanitizedText, columns: Int) {}

  package var rowCount: Int { 0 }

  /// The UTF-8 offset in the original text at which the row begins: what a reading position is kept by.
  package func anchor(ofRow row: Int) -> Int { 0 }

  /// The row that shows the text at that UTF-8 offset.
  package func row(showing anchor: Int) -> Int { 0 }
}
