/// The characters that a terminal can show.
package enum Repertoire: CaseIterable, Sendable {
  /// All that Unicode has, and fonts.
  case unicode
  /// The printable characters of ASCII and no others: what is left where the locale knows no UTF-8.
  case ascii
}
