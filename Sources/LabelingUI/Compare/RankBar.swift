import Preference
import Terminal

/// The line that always tells the present order: `Not saved  1st B   2nd A = C   – D`.
///
/// Where that is too long it is told shorter: `Not saved  B > A = C – D`, then with the number of runs that are left in place of
/// their letters, at last without the middle of the order: `Not saved  B > … > C – 9 left`.
struct RankBar: Equatable, Sendable {
  struct Piece: Equatable {
    let text: String
    let role: Role

    /// Without the blanks that keep it apart from the next one, lest their colors touch.
    var words: String {
      String(text.unicodeScalars.reversed().drop { $0 == " " }.reversed().map(Character.init))
    }
  }

  private static let mostLetters = 12

  private enum Length {
    case full, short
    /// With the number of runs that have no place.
    case counted
  }

  private let ranking: Ranking
  private let judged: Decision?
  private let remarks: Remarks
  private let rubric: Rubric?
  private let isChanged: Bool
  private let tiesNext: Bool
  /// Candidates in the order of their columns.
  private let candidates: [Int]
  private let repertoire: Repertoire

  init(_ screen: CompareScreen) {
    ranking = screen.ranking
    judged = screen.item.judged
    remarks = screen.remarks
    rubric = screen.rubric
    isChanged = screen.isChanged
    tiesNext = screen.tiesNext
    candidates = screen.item.order
    repertoire = screen.repertoire
  }

  /// The longest form that fits; if none does, the shortest.
  func pieces(fitting columns: Int) -> [Piece] {
    let forms = [
      { state + order(.full) + answers }, { state + order(.full) }, { state + order(.short) },
      { shortState + order(.short) }, { shortState + order(.counted) },
    ].lazy.map { $0() }
    return forms.first { width(of: $0) <= columns } ?? cut(fitting: columns)
  }

  /// What is said of the state and the place that was given last stay, and as many of the first ones as there is room for.
  private func cut(fitting columns: Int) -> [Piece] {
    let tiers = tiers(.counted)
    let left = tiesNext ? nextTie(.counted) : unplaced(.counted)
    guard let last = tiers.last else { return shortState + order(.counted) }
    for ending in [left, []] {
      for count in stride(from: max(0, tiers.count - 2), through: 0, by: -1) {
        let first = Array(tiers.prefix(count))
        let cut = Piece(text: count == 0 ? "… " : "> … ", role: .textMuted)
        let pieces = shortState + first + (tiers.count > 1 ? [cut] : []) + [last] + ending
        if width(of: pieces) <= columns { return pieces }
      }
    }
    return shortState + (tiers.count > 1 ? [Piece(text: "… ", role: .textMuted)] : []) + [last]
  }

  /// Without the blanks behind the last one.
  func width(of pieces: [Piece]) -> Int {
    let blanks = pieces.last.map { $0.text.utf8.count - $0.words.utf8.count } ?? 0
    return pieces.reduce(-blanks) { $0 + TextWidth.columns(of: $1.text, repertoire: repertoire) }
  }

  private var stateWords: String {
    isChanged || (judged != nil && remarks != judged?.remarks)
      ? "Not saved" : judged == nil ? "Not judged" : "Saved"
  }

  private var state: [Piece] { [Piece(text: stateWords.padding(toLength: 11), role: .textMuted)] }
  private var shortState: [Piece] { [Piece(text: stateWords + " ", role: .textMuted)] }

  private func order(_ length: Length) -> [Piece] {
    switch isChanged ? nil : judged?.verdict {
    case .allGood: [Piece(text: "all good", role: .rank1)]
    case .allBad: [Piece(text: "all bad", role: .rankNone)]
    case .cannotJudge: [Piece(text: "cannot judge", role: .rankNone)]
    case .ranked, nil: tiers(length) + nextTie(length) + unplaced(length)
    }
  }

  /// What was answered about the comparison.
  private var answers: [Piece] {
    let words = remarks.answerWords(to: rubric, onCandidate: nil)
    return words.isEmpty ? [] : [Piece(text: "   " + words, role: .textMuted)]
  }

  private func tiers(_ length: Length) -> [Piece] {
    ranking.tiers.enumerated().map { index, tier in
      let letters = tier.map(label).joined(separator: " = ")
      let text =
        switch length {
        case .full: "\(Ordinal.text(ranking.rank(ofTier: index))) \(letters)   "
        case .short, .counted: (index == 0 ? "" : "> ") + letters + " "
        }
      return Piece(text: text, role: Self.role(ofRank: ranking.rank(ofTier: index)))
    }
  }

  private func nextTie(_ length: Length) -> [Piece] {
    tiesNext ? [Piece(text: length == .full ? "= …   " : "= … ", role: .rankTie)] : []
  }

  private func unplaced(_ length: Length) -> [Piece] {
    let left = candidates.indices.filter { !ranking.contains(candidates[$0]) }
    guard !left.isEmpty else { return [] }
    if length == .counted, left.count > 2 { return [Piece(text: "– \(left.count) left", role: .rankNone)] }
    let words =
      left.count > Self.mostLetters ? left.neighbors.map(Self.words) : left.map(RunLabel.text(ofColumn:))
    return [Piece(text: "– " + words.joined(separator: " "), role: .rankNone)]
  }

  /// Of more letters than anybody reads, those between neighbors are left out: `A–F H–AD`.
  private static func words(_ columns: ClosedRange<Int>) -> String {
    let ends = [columns.lowerBound, columns.upperBound].map(RunLabel.text(ofColumn:))
    switch columns.count {
    case 1: return ends[0]
    case 2: return ends.joined(separator: " ")
    default: return ends.joined(separator: "–")
    }
  }

  private func label(ofCandidate candidate: Int) -> String {
    candidates.firstIndex(of: candidate).map(RunLabel.text(ofColumn:)) ?? "?"
  }

  private static func role(ofRank rank: Int) -> Role {
    switch rank {
    case 1: .rank1
    case 2: .rank2
    default: .rankN
    }
  }
}

extension [Int] {
  /// Runs of numbers that follow each other; they ascend.
  fileprivate var neighbors: [ClosedRange<Int>] {
    reduce(into: []) { ranges, number in
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
  }
}

extension String {
  /// For our own ASCII words only.
  fileprivate func padding(toLength length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - utf8.count))
  }
}
