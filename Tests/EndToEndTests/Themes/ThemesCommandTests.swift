import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite struct ThemesCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/podium/themes", withIntermediateDirectories: true)
  }

  private func podium(_ arguments: String..., environment: [String: String] = [:]) async throws
    -> BuiltProgram.Outcome
  {
    let environment = environment.merging(["XDG_CONFIG_HOME": folder.path, "LC_ALL": "C.UTF-8"]) { $1 }
    return try await BuiltProgram.podium.run(
      ["themes"] + arguments, in: folder.path, environment: environment)
  }

  private func write(_ text: String, to name: String) throws {
    _ = try folder.write(text.utf8, to: "podium/themes/\(name)")
  }

  @Test func `built-in themes are listed, and the user's with their files`() async throws {
    try write("inherits = \"nord\"\nvariant = \"dark\"", to: "mine.toml")
    try write("[roles", to: "bad.toml")
    try write("", to: ".#mine.toml")
    let lines = try await podium().lines
    #expect(lines.contains { $0.hasPrefix("default-dark ") && $0.hasSuffix(" dark") })
    #expect(
      lines.contains {
        $0.hasPrefix("mine ") && $0.hasSuffix("dark    \(folder.path)/podium/themes/mine.toml")
      })
    #expect(lines.contains { $0.hasPrefix("bad ") && $0.contains(" broken  ") })
    #expect(lines.count == 17)
    let json = try JSONParser.parse(try await podium("list", "--json").text.utf8).array ?? []
    #expect(json.count == 17)
    #expect(json.first?.object?["name"]?.string == "default-dark")
    #expect(json.last?.object?["file"]?.string == "\(folder.path)/podium/themes/mine.toml")
  }

  @Test func `the lint finds nothing in the themes that ship`() async throws {
    let outcome = try await podium("lint")
    #expect(outcome.status == 0)
    #expect(outcome.lines.allSatisfy { $0.hasSuffix(": nothing found") })
  }

  @Test func `the lint tells the file and the line that someone would change`() async throws {
    try write(
      "inherits = \"default-dark\"\n[palette]\nmuted = \"#444444\"\n[roles]\n\"pane.badge\" = \"#555555\"\n",
      to: "mine.toml")
    let outcome = try await podium("lint", "mine")
    #expect(outcome.status == 1)
    let file = "\(folder.path)/podium/themes/mine.toml"
    #expect(
      outcome.lines.contains { $0.hasPrefix("mine: \(file):3: text.muted in true color: contrast 1.8") })
    #expect(
      outcome.lines.contains { $0.hasPrefix("mine: \(file):5: pane.badge in true color: contrast 2.3") })
    let json = try JSONParser.parse(try await podium("lint", "--json", file).text.utf8).array
    let finding = json?.first?.object?["findings"]?.array?.first?.object
    #expect(finding?["role"]?.string == "text.muted")
    #expect(finding?["problem"]?.string == "contrast")
    #expect(finding?["line"]?.number?.intValue == 3)
  }

  @Test func `a file that is no theme is bad data, with each fault in its place`() async throws {
    try write("varient = \"dark\"\n[roles]\nhnit = \"red\"\n", to: "mine.toml")
    let outcome = try await podium("lint", "mine")
    #expect(outcome.status == 3)
    #expect(
      outcome.lines.first?.hasSuffix("mine.toml:1: varient: there is no such key; did you mean 'variant'?")
        == true)
    #expect(
      outcome.lines.last?.hasSuffix("mine.toml:3: roles.hnit: there is no such role; did you mean 'hint'?")
        == true)
    #expect(try await podium("preview", "mine").status == 3)
  }

  @Test func `what is not there is a mistake of usage`() async throws {
    let named = try await podium("lint", "nrod")
    #expect(named.status == 2)
    #expect(named.errors.contains("there is no theme 'nrod'; did you mean 'nord'?"))
    #expect(try await podium("lint", "./none.toml").status == 2)
    #expect(try await podium("preview", "--depth", "7").status == 2)
    #expect(try await podium("preview", "--all", "nord").status == 2)
  }

  @Test func `a preview in a pipe has no escape sequences unless asked for`() async throws {
    let plain = try await podium("preview", "nord")
    #expect(plain.status == 0)
    #expect(!plain.output.contains(0x1B))
    #expect(plain.text.contains("md.emphasis"))
    #expect(plain.lines.allSatisfy { $0.unicodeScalars.count <= 80 && !$0.hasSuffix(" ") })
    let colored = try await podium("preview", "nord", "--depth", "256")
    #expect(colored.text.contains("\u{1B}[0;1;38;5;116;48;5;"))
    #expect(try await podium("preview", "nord", environment: ["FORCE_COLOR": "1"]).output.contains(0x1B))
  }

  @Test(arguments: [("mono", "[34]8;"), ("16", "[34]8;"), ("256", "[34]8;2;")])
  func `a depth has no more colors than its name says`(depth: String, more: String) async throws {
    let outcome = try await podium("preview", "--all", "--depth", depth)
    #expect(outcome.output.contains(0x1B))
    #expect(!outcome.text.contains(try Regex("\\[[0-9;]*" + more)))
  }

  @Test func `under an ASCII locale only ASCII is printed`() async throws {
    let outcome = try await BuiltProgram.podium.run(
      ["themes", "preview", "mono", "--depth", "mono"], in: folder.path, environment: ["LC_ALL": "C"])
    #expect(outcome.output.allSatisfy { $0 < 0x80 })
  }

  @Test func `the front goes on without a theme of the user's that is broken, and says why`() async throws {
    try write("[roles]\nhint = \"mauve\"\n", to: "mine.toml")
    _ = try folder.write(
      Array(#"{"id":"1","prompt":"p","candidates":[{"text":"a"},{"text":"b"}]}"#.utf8), to: "runs.jsonl")
    let outcome = try await BuiltProgram.podium.run(
      ["label", "--linear", "runs.jsonl", "--theme", "mine"], in: folder.path, input: Array("quit\n".utf8),
      environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("mine.toml:2: roles.hint: 'mauve' is no color"))
  }
}
