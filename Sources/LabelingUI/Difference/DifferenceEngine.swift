/// Compares the runs of a comparison, and chooses the marks that help to read them. Pure: the same request gives the same
/// answer.
package struct DifferenceEngine {
  /// From here on, marks of single words read better than anything else.
  static let leastForWords = 0.6
  /// Shared phrases that make less of the runs than this are noise.
  static let leastForPhrases = 0.01
  /// When more than this is said by one run only, there is no point in marking it.
  static let mostUnique = 0.6

  /// So many bytes are compared before what is known is told.
  private static let reportInterval = 400_000

  private let request: DifferenceRequest
  private let report: ((RunDifference) -> Void)?
  private var budget: WorkBudget
  private var vocabulary = Vocabulary()
  private var texts: [BlockText] = []
  private var overlap: TextOverlap

  /// - Parameter report: takes what is known so far, while the rest is still compared: of long texts first the part that is
  ///   read, then run after run. It has no influence on the answer.
  /// - Returns: `nil` when it was cancelled.
  package static func compare(
    _ request: DifferenceRequest, budget: WorkBudget = WorkBudget(),
    report: ((RunDifference) -> Void)? = nil
  ) -> RunDifference? {
    var engine = DifferenceEngine(request, budget: budget, report: report)
    var difference = engine.compare()
    guard engine.budget.isWanted(), !engine.overlap.isCancelled,
      let unseen = engine.unseen(beside: difference.summary)
    else { return nil }
    difference.unseen = unseen
    return difference
  }

  private init(_ request: DifferenceRequest, budget: WorkBudget, report: ((RunDifference) -> Void)?) {
    self.request = request
    self.budget = budget
    self.report = report
    overlap = TextOverlap([], vocabulary: vocabulary, budget: budget)
  }

  private mutating func compare() -> RunDifference {
    texts = request.texts.map { BlockText(TokenizedText($0, vocabulary: &vocabulary)) }
    overlap = TextOverlap(texts.map(\.text), vocabulary: vocabulary, budget: budget)
    let first = lookFirst()
    var comparisons: [PivotComparison?] = []
    var unreported = 0
    for index in texts.indices {
      guard index != request.pivot else {
        comparisons.append(nil)
        continue
      }
      comparisons.append(
        PivotComparison(texts[request.pivot], texts[index], vocabulary: vocabulary, budget: &budget))
      if budget.isCancelled { break }
      unreported += request.texts[index].count
      guard let report, unreported > Self.reportInterval, index < texts.count - 1 else { continue }
      report(difference(of: comparisons + first.dropFirst(comparisons.count), isPartial: true))
      unreported = 0
    }
    return difference(of: comparisons)
  }

  /// Tells what is found where the texts are read. It is paid for apart, so that the answer is the same without it.
  private mutating func lookFirst() -> [PivotComparison?] {
    guard let report else { return [] }
    let all = budget
    defer { budget = all }
    guard let look = FirstLook(request, texts, vocabulary: vocabulary, budget: &budget) else { return [] }
    var difference = difference(of: look.comparisons, isPartial: true)
    difference.marks = look.told(difference.marks)
    // Where it finds nothing to mark, there is nothing to say yet.
    if budget.isWanted(), difference.marks.contains(where: { !$0.isEmpty }) { report(difference) }
    return look.comparisons
  }

  private mutating func difference(
    of comparisons: [PivotComparison?], isPartial: Bool = false
  ) -> RunDifference {
    overlap.beginChoice()
    var aid = AidChoice(
      texts: texts, pivot: request.pivot, comparisons: comparisons, vocabulary: vocabulary, overlap: overlap)
    let (shown, marks) = aid.choose(request.aid)
    overlap = aid.overlap
    let known = comparisons + Array(repeating: nil, count: texts.count - comparisons.count)
    return RunDifference(
      marks: marks.map { $0.arranged() }, anchors: known.map { $0?.anchors ?? [] },
      blocks: texts.map { $0.blocks.map(\.bytes.lowerBound) },
      summary: DifferenceSummary(
        aid: request.aid, shown: shown, similarity: aid.similarity, identical: identicalGroups(shown),
        isCoarse: budget.isExhausted || overlap.isCoarse
          || comparisons.contains { $0?.isCoarse == true },
        isPartial: isPartial))
  }

  /// What no aligning finds, unless there is nothing to mark.
  private mutating func unseen(beside summary: DifferenceSummary) -> UnseenDifference? {
    guard summary.aid != .off, summary.shown != .identical else { return UnseenDifference.none }
    return UnseenDifference(request.texts) { !budget.isWanted() }
  }

  private func identicalGroups(_ shown: DifferenceSummary.Shown) -> [[Int]] {
    guard shown != .identical else { return [] }
    var groups: [[Int]] = []
    for (index, text) in request.texts.enumerated() {
      if let group = groups.firstIndex(where: { request.texts[$0[0]] == text }) {
        groups[group].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups.filter { $0.count > 1 }
  }
}
