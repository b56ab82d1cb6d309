import Preference
import TOMLKit

/// Reads a campaign's file and gathers everything that is wrong with it.
struct CampaignReader {
  private static let tables = ["campaign", "criterion"]
  private static let campaignKeys = ["name"]

  private let path: String
  private let text: String
  private let lines: CampaignLines
  private var faults: [CampaignFault] = []

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = CampaignLines(text)
  }

  mutating func read() throws(InvalidCampaign) -> Rubric {
    let document = try parse()
    for (key, value) in document where !Self.tables.contains(key) {
      let nearest = NearestName(of: key, among: Self.tables)?.name
      let known = value.type == .table ? Self.tables.map { "[\($0)]" } : Self.tables
      report(.unknownKey(nearest: nearest, known: known), line: lines.line(of: [key]), place: key)
    }
    let name = name(document["campaign"])
    let rubric = Rubric(name: name, criteria: criteria(document["criterion"]))
    if faults.isEmpty {
      for flaw in rubric.flaws {
        report(.expected(flaw.expected), criterion: flaw.criterion, key: flaw.field)
      }
    }
    guard faults.isEmpty else {
      throw InvalidCampaign(faults: faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    return rubric
  }

  private func parse() throws(InvalidCampaign) -> TOMLTable {
    do {
      return try TOMLDocument.table(text)
    } catch {
      throw InvalidCampaign(faults: [
        CampaignFault(file: path, line: error.line, place: "", problem: .syntax(error.message))
      ])
    }
  }

  private mutating func name(_ value: (any TOMLValueConvertible)?) -> String? {
    guard let value else { return nil }
    guard let table = value.table else {
      report(
        .expected("a table: [campaign] on a line of its own"), line: lines.line(of: ["campaign"]),
        place: "campaign")
      return nil
    }
    for (key, _) in table where !Self.campaignKeys.contains(key) {
      report(
        .unknownKey(
          nearest: NearestName(of: key, among: Self.campaignKeys)?.name, known: Self.campaignKeys),
        line: lines.line(of: ["campaign", key]), place: "campaign.\(key)")
    }
    guard let name = table["name"] else { return nil }
    if let text = name.string, !text.isEmpty { return text }
    report(.expected("a name"), line: lines.line(of: ["campaign", "name"]), place: "campaign.name")
    return nil
  }

  private mutating func criteria(_ value: (any TOMLValueConvertible)?) -> [Criterion] {
    guard let value else { return [] }
    guard let array = value.array, array.allSatisfy({ $0.type == .table }) else {
      report(
        .expected("[[criterion]] on a line of its own for each"), line: lines.line(of: ["criterion"]),
        place: "criterion")
      return []
    }
    var criteria: [Criterion] = []
    for (index, element) in array.enumerated() {
      guard let table = element.table else { continue }
      var reader = CriterionReader(table)
      let criterion = reader.read()
      for finding in reader.findings { report(finding.problem, criterion: index, key: finding.key) }
      // One that cannot be read keeps its place, by which the others are counted.
      criteria.append(criterion ?? Criterion(key: "unreadable-\(index)", kind: .text))
    }
    return criteria
  }

  private mutating func report(_ problem: CampaignFault.Problem, criterion index: Int, key: String) {
    report(problem, line: lines.line(ofCriterion: index, key: key), place: "criterion \(index + 1), \(key)")
  }

  private mutating func report(_ problem: CampaignFault.Problem, line: Int?, place: String) {
    faults.append(CampaignFault(file: path, line: line, place: place, problem: problem))
  }
}
