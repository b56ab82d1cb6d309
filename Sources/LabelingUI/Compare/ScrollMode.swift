/// How the runs on the screen move together.
enum ScrollMode: String, Equatable, Sendable, CaseIterable {
  /// What stands for each other stands side by side; empty rows make up for what one run has more of.
  case aligned
  /// The others show what stands for the text in focus, without empty rows.
  case linked
  /// Each by itself.
  case free

  /// The same wherever it is named.
  var words: String {
    switch self {
    case .aligned: "scroll aligned"
    case .linked: "scroll linked"
    case .free: "scroll each alone"
    }
  }

  var sentence: String {
    switch self {
    case .aligned: "\(words): what stands for each other stands side by side"
    case .linked: "\(words): the others follow the run in focus by content"
    case .free: "\(words): each run by itself"
    }
  }
}
