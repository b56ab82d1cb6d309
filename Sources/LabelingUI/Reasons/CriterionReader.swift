import Preference
import TOMLKit

/// Reads one table `[[criterion]]`.
struct CriterionReader {
  private static let common = ["key", "label", "kind", "scope", "required"]
  private static let optionKeys = ["key", "value", "label", "score"]

  private let table: TOMLTable
  private(set) var findings: [(key: String, problem: CampaignFault.Problem)] = []

  init(_ table: TOMLTable) {
    self.table = table
  }

  /// `nil` if something is wrong with it.
  mutating func read() -> Criterion? {
    let criterion = table["use"] == nil ? own() : standard()
    return findings.isEmpty ? criterion : nil
  }

  private mutating func standard() -> Criterion? {
    allowOnly(["use", "required"], in: table, at: nil)
    guard let name = table["use"]?.string, let criterion = Criterion.standard(name, isRequired: isRequired())
    else {
      let names = Criterion.standardNames.map { "\"\($0)\"" }.joined(separator: " or ")
      report(.expected(names), at: "use")
      return nil
    }
    return criterion
  }

  private mutating func own() -> Criterion? {
    guard let name = table["kind"]?.string, Criterion.kinds.contains(name) else {
      let nearest = table["kind"]?.string.flatMap { NearestName(of: $0, among: Criterion.kinds)?.name }
      let words = "one of \(Criterion.kinds.joined(separator: ", "))"
      report(.expected(nearest.map { "\(words); did you mean '\($0)'?" } ?? words), at: "kind")
      return nil
    }
    let kind = kind(named: name)
    let key = text("key", isNeeded: true)
    let criterion = Criterion(
      key: key ?? "", label: text("label"), kind: kind ?? .text, scope: scope(),
      isRequired: isRequired() ?? false, letter: letter("letter", in: table, at: "letter"))
    return kind == nil ? nil : criterion
  }

  private mutating func kind(named name: String) -> Criterion.Kind? {
    switch name {
    case "tags", "category":
      allowOnly(Self.common + ["options"], in: table, at: nil)
      let options = options()
      return name == "tags" ? .tags(options) : .category(options)
    case "rating":
      allowOnly(Self.common + ["min", "max", "step", "letter"], in: table, at: nil)
      return scale().map(Criterion.Kind.rating)
    case "flag":
      allowOnly(Self.common + ["letter"], in: table, at: nil)
      return .flag
    default:
      allowOnly(Self.common + ["letter"], in: table, at: nil)
      return .text
    }
  }

  private mutating func scale() -> Scale? {
    guard let minimum = number("min"), let maximum = number("max") else {
      report(.expected("numbers, such as min = 1 and max = 5"), at: table["min"] == nil ? "min" : "max")
      return nil
    }
    if let scale = Scale(minimum: minimum, maximum: maximum, step: number("step") ?? 1) { return scale }
    report(
      .expected(
        "a step of 0.0001 or more that fits between min and max at least once and at most 1000 times"),
      at: "step")
    return nil
  }

  private mutating func scope() -> Criterion.Scope {
    guard let value = table["scope"] else { return .comparison }
    if let scope = value.string.flatMap(Criterion.Scope.init) { return scope }
    report(.expected("\"comparison\" or \"run\""), at: "scope")
    return .comparison
  }

  private mutating func isRequired() -> Bool? {
    guard let value = table["required"] else { return nil }
    if let bool = value.bool { return bool }
    report(.expected("true or false"), at: "required")
    return nil
  }
}

// MARK: - Options

extension CriterionReader {
  private mutating func options() -> [Criterion.Option] {
    guard let array = table["options"]?.array, !array.isEmpty else {
      report(.expected("a list of options, such as [\"factual\", \"style\"]"), at: "options")
      return []
    }
    return array.compactMap { option($0) }
  }

  /// A value alone, or a table.
  private mutating func option(_ value: any TOMLValueConvertible) -> Criterion.Option? {
    if let text = value.string { return Criterion.Option(value: text) }
    guard let table = value.table, let text = table["value"]?.string else {
      report(
        .expected(
          "for each option a text, or { key = \"f\", value = \"factual\", label = \"Factual error\" }"),
        at: "options")
      return nil
    }
    allowOnly(Self.optionKeys, in: table, at: "options")
    if table["label"] != nil, table["label"]?.string == nil {
      report(.expected("a text as label"), at: "options")
    }
    if table["score"] != nil, Self.number(table["score"]) == nil {
      report(.expected("a number as score"), at: "options")
    }
    return Criterion.Option(
      value: text, label: table["label"]?.string, letter: letter("key", in: table, at: "options"),
      score: Self.number(table["score"]))
  }
}

// MARK: - Values

extension CriterionReader {
  private mutating func text(_ key: String, isNeeded: Bool = false) -> String? {
    guard let value = table[key] else {
      if isNeeded { report(.expected("a text"), at: key) }
      return nil
    }
    if let text = value.string, !text.isEmpty { return text }
    report(.expected("a text"), at: key)
    return nil
  }

  private mutating func letter(_ key: String, in table: TOMLTable, at place: String) -> Unicode.Scalar? {
    guard let value = table[key] else { return nil }
    let scalars = value.string?.unicodeScalars
    if let letter = scalars?.first, scalars?.count == 1 { return letter }
    report(.expected("one letter as key"), at: place)
    return nil
  }

  private func number(_ key: String) -> Double? { Self.number(table[key]) }

  private static func number(_ value: (any TOMLValueConvertible)?) -> Double? {
    value?.double ?? value?.int.map(Double.init)
  }

  private mutating func allowOnly(_ keys: [String], in table: TOMLTable, at place: String?) {
    for (key, _) in table where !keys.contains(key) {
      report(.unknownKey(nearest: NearestName(of: key, among: keys)?.name, known: keys), at: place ?? key)
    }
  }

  private mutating func report(_ problem: CampaignFault.Problem, at key: String) {
    findings.append((key, problem))
  }
}
