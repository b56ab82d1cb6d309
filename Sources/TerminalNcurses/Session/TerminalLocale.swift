import CNcursesw

/// How characters are written here.
package enum TerminalLocale {
  /// As the C library goes by the locale of the process.
  package static func isUTF8() -> Bool { tn_locale_open() }
}
