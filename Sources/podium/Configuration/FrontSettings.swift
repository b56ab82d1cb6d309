import LabelingUI
import Terminal

/// What options, environment and `config.toml` make of the front together.
struct FrontSettings {
  let themes: ThemeSelection
  let userThemes: UserThemes
  let color: ColorChoice
  let usesMouse: Bool
  let rater: String
  let keymap: Keymap
}
