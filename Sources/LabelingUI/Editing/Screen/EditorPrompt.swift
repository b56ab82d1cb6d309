import Terminal

/// What the last line of the editor asks for.
enum EditorPrompt: Equatable, Sendable {
  case find(InputLine)
  /// What is to be replaced.
  case replace(InputLine)
  /// What it is to be replaced with.
  case with(InputLine)
  /// This place: yes, no, all, or enough.
  case replacing(with: String)
  /// The text is changed: save, keep, drop, or go on.
  case leaving
  case help(EditorHelp)
}

/// What is looked for in the text, and where it is.
struct EditorSearch: Equatable, Sendable {
  private static let mostSteps = 30_000_000

  var query = SearchQuery()
  private(set) var matches: [Range<Int>] = []
  /// The version of the text that was looked through.
  private var revision: Int?
  private(set) var fault: String?
  private(set) var isCutShort = false

  /// Nothing is looked for; case and patterns stay as they are.
  mutating func forget() {
    var query = query
    query.text = ""
    self = EditorSearch()
    self.query = query
  }

  mutating func refresh(_ editor: TextEditor) {
    guard revision != editor.revision else { return }
    look(through: editor)
  }

  mutating func look(through editor: TextEditor, mostMatches: Int = TextSearch.mostMatches) {
    revision = editor.revision
    let findings = SearchRequest(number: 0, query: query, texts: [editor.text.string])
      .findings(mostMatches: mostMatches) { $0 > Self.mostSteps }
    matches = findings.matches.map(\.range)
    (fault, isCutShort) = (findings.fault, findings.isCutShort)
  }

  /// The match at an offset or behind it, from the beginning again behind the last.
  func match(from offset: Int) -> Int? {
    matches.isEmpty ? nil : matches.firstIndex { $0.lowerBound >= offset } ?? 0
  }

  func match(before offset: Int) -> Int? {
    matches.isEmpty ? nil : matches.lastIndex { $0.lowerBound < offset } ?? matches.count - 1
  }

  var status: String {
    if let fault { return fault }
    if query.isEmpty { return "" }
    return matches.isEmpty ? "not found" : "\(matches.count) found" + (isCutShort ? " at least" : "")
  }
}
