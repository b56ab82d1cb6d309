import ArgumentParser
import LabelingUI
import Terminal

/// What every command with a screen takes.
struct FrontOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How it looks: \(ThemeCatalog.builtIn.names.joined(separator: ", ")).", valueName: "name"))
  var theme = "default-dark"

  @Option(help: "How many colors: auto, always, never, 16, 256, truecolor.")
  var color = ColorChoice.auto

  @OptionGroup var rater: RaterOption
}

extension ColorChoice: ExpressibleByArgument {}
