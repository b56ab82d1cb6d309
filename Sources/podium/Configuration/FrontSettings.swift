import LabelingUI
import Terminal

/// What options, environment and `config.toml` make of the front together.
struct FrontSettings {
  let theme: Theme
  let color: ColorChoice
  let rater: String
  let keymap: Keymap
}
