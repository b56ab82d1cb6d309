/// How the runs on the screen move together.
enum ScrollMode: String, Equatable, Sendable, CaseIterable {
  /// What stands for each other stands side by side; empty rows make up for what one run has more of.
  case aligned
  /// The others show what stands for the text in focus, without empty rows.
  case linked
  /// Each by itself.
  case free

  var sentence: String {
    switch self {
    case .aligned: "runs are aligned: what stands for each other stands side by side"
    case .linked: "runs are linked: the others follow the one in focus by content"
    case .free: "runs scroll alone"
    }
  }
}
