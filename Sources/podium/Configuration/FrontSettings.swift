import LabelingUI
import Terminal
import TerminalNcurses

/// What options, environment and `config.toml` make of the front together.
struct FrontSettings {
  let themes: ThemeSelection
  let userThemes: UserThemes
  let terminal: TerminalConfiguration
  /// What takes copied texts in the terminal's place.
  let clipboard: ClipboardCommand?
  let rater: String
  let keymap: Keymap
  /// After how much work the rater wants to be told to rest.
  var breakInterval: Duration?
  /// How long an ESC waits to be a key.
  var escapeDelay = EscapeDelay.usual
  /// What could not be used.
  var faults = SettingsFaults()
}
