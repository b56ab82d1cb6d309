import ArgumentParser

@main
struct Podium: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "podium", abstract: "Compare model outputs side by side and send LangSmith what you prefer.",
    version: "0.1.0")
}
