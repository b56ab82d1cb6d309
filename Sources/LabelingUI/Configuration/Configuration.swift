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
  /// What the terminal writes on, for the theme that follows it.
  package var background: Background?
  package var rater: String?
  package var setsTitle: Bool?
  package var usesMouse: Bool?
  /// Terminals that can show frames only when they are whole are asked to.
  package var synchronizes: Bool?
  /// The program that takes what is copied, with its arguments.
  package var clipboard: String?
  /// After so many minutes of judging a break is proposed.
  package var breakReminder: Int?
  package var keys = KeyBindings()

  package init() {}

  /// Reads the text of a file.
  ///
  /// - Parameters:
  ///   - path: for messages.
  ///   - themes: the names of the themes that there are.
  package init(_ text: String, path: String, themes: [String]) throws(InvalidConfiguration) {
    self = try ConfigurationReading(text, path: path, themes: themes).faultless()
  }
}
