import Terminal

/// What a rater set for good, in `config.toml`. Options on the command line come before it.
///
/// ```toml
/// theme = "default-light"
/// color = "256"
/// rater = "ada"
/// title = false
/// clipboard = "wl-copy"
///
/// [keys]
/// preset = "vim"
/// save = ["Enter", "C-x s"]
/// all-bad = "none"
/// ```
package struct Configuration: Equatable, Sendable {
  package var theme: ThemeChoice?
  package var color: ColorChoice?
  package var rater: String?
  package var setsTitle: Bool?
  /// The program that takes what is copied, with its arguments.
  package var clipboard: String?
  package var keys = KeyBindings()

  package init() {}

  /// Reads the text of a file.
  ///
  /// - Parameters:
  ///   - path: for messages.
  ///   - themes: the names of the themes that there are.
  package init(_ text: String, path: String, themes: [String]) throws(InvalidConfiguration) {
    var reader = ConfigurationReader(path: path, text: text, themes: themes)
    self = try reader.read()
  }
}
