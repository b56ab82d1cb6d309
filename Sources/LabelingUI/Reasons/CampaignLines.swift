/// The lines on which a campaign's file says things, for messages: the parser keeps only values.
struct CampaignLines {
  private struct Section {
    /// The line of its header, counted from 1.
    let start: Int
    let lines: TOMLLines
  }

  private let whole: TOMLLines
  private let sections: [Section]

  init(_ document: String) {
    whole = TOMLLines(document)
    let lines = document.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let starts = lines.indices.filter { Self.beginsCriterion(lines[$0]) }
    sections = starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : lines.count
      return Section(start: start + 1, lines: TOMLLines(lines[start..<end].joined(separator: "\n")))
    }
  }

  func line(of path: [String]) -> Int? { whole.line(of: path) }

  /// The line of a key of the criterion, or of its header.
  func line(ofCriterion index: Int, key: String?) -> Int? {
    guard sections.indices.contains(index) else { return nil }
    let section = sections[index]
    let path = ["criterion"] + [key].compactMap(\.self)
    return section.lines.line(of: path).map { section.start + $0 - 1 } ?? section.start
  }

  private static func beginsCriterion(_ line: String) -> Bool {
    let words = line.filter { $0 != " " && $0 != "\t" }
    return words.hasPrefix("[[criterion]]")
  }
}
