import ArgumentParser
import LabelingUI
import StrictJSON
import Terminal

struct ThemesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check that everybody can read a theme, at every number of colors.",
    discussion: """
      Computes the contrast of every role (WCAG 2) and how far the colors are apart that must be told apart, for normal color \
      vision, protanopia, deuteranopia and tritanopia (OKLab, Machado 2009), in true color and with 256 colors. With 16, 8 or no \
      colors, bold, underline or reverse must tell apart what means different things.

      Example:
        podium themes lint mine.toml

      Exit status: 0 nothing found, 1 findings, 2 usage, 3 a theme file is not as it must be.
      """)

  @Argument(help: ArgumentHelp("Names or files. Without any, all themes.", valueName: "name|file"))
  var themes: [String] = []

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() throws {
    let console = Console.standard
    let catalog = UserThemes().catalog()
    let wanted = themes.isEmpty ? catalog.names : themes
    let reports = try wanted.map { LintReport(try ThemeArgument($0, in: catalog)) }
    if json {
      try console.printLine(JSONValue.array(reports.map(\.json)).text())
    } else {
      for line in reports.flatMap(\.lines) { try console.printLine(line) }
    }
    if reports.contains(where: { !$0.faults.isEmpty }) { throw ExitStatus.badData.exitCode }
    if reports.contains(where: { !$0.findings.isEmpty }) { throw ExitStatus.findings.exitCode }
  }
}

/// What the lint has to say of one theme.
struct LintReport {
  let theme: String
  var findings: [LocatedFinding] = []
  /// Why it could not be looked at, if so.
  var faults: [ThemeFault] = []

  init(_ argument: ThemeArgument) {
    theme = argument.name
    do {
      findings = LocatedFinding.all(in: try argument.catalog.resolve(theme, askedAt: theme))
    } catch {
      faults = error.faults
    }
  }

  var lines: [String] {
    let lines = faults.map(\.description) + findings.map { "\(theme): \($0)" }
    return lines.isEmpty ? ["\(theme): nothing found"] : lines
  }

  var json: JSONValue {
    [
      "theme": .string(theme), "findings": .array(findings.map(\.json)),
      "faults": .array(faults.map { .string($0.description) }),
    ]
  }
}

extension LocatedFinding {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "role": .string(finding.role.rawValue), "depth": .string(finding.depth.name),
      "file": file.map(JSONValue.string) ?? .null, "line": line.map { .number(JSONNumber($0)) } ?? .null,
    ]
    for (key, value) in finding.problem.members { object[key] = value }
    object["words"] = .string(finding.problem.description)
    return .object(object)
  }
}

extension ThemeFinding.Problem {
  fileprivate var members: [(String, JSONValue)] {
    switch self {
    case .contrast(let contrast, let least):
      [("problem", "contrast"), ("value", .number(contrast)), ("least", .number(least))]
    case .nearness(let other, let distance, let least, let vision):
      [
        ("problem", "nearness"), ("other", .string(other.rawValue)), ("vision", .string(vision.rawValue)),
        ("value", .number(distance)), ("least", .number(least)),
      ]
    case .sameAttributes(let other): [("problem", "same-attributes"), ("other", .string(other.rawValue))]
    case .meetsUnknownColor: [("problem", "meets-unknown-color")]
    case .mayVanish: [("problem", "may-vanish")]
    }
  }
}

extension JSONValue {
  fileprivate static func number(_ value: Double) -> JSONValue {
    JSONNumber((value * 100).rounded(.down) / 100).map(JSONValue.number) ?? .null
  }
}
