/// What becomes of a changed text, in the words for which a line has room: each of its answers shows on any.
struct LeavingQuestion {
  let head: String
  let titles: [String]

  private static let keys = ["s", "k", "x", "Esc"]
  private static let gap = 2

  /// The longest first.
  private static let forms = [
    LeavingQuestion(head: "It is changed.", titles: ["saves", "keeps a draft", "drops", "goes on writing"]),
    LeavingQuestion(head: "Changed:", titles: ["saves", "keeps a draft", "drops", "back"]),
    LeavingQuestion(head: "", titles: ["save", "keep draft", "drop", "back"]),
    LeavingQuestion(head: "", titles: ["save", "draft", "drop", "back"]),
    LeavingQuestion(head: "Keep?", titles: ["", "", "", ""]),
  ]

  static func fitting(_ columns: Int) -> LeavingQuestion {
    forms.first { $0.columns <= columns } ?? forms[forms.count - 1]
  }

  var answers: [(key: String, title: String)] { zip(Self.keys, titles).map { ($0, $1) } }

  private var columns: Int {
    answers.reduce(1 + (head.isEmpty ? 0 : head.utf8.count + 1) - Self.gap) {
      $0 + $1.key.utf8.count + ($1.title.isEmpty ? 0 : $1.title.utf8.count + 1) + Self.gap
    }
  }
}
