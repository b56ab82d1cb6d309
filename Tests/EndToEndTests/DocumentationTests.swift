import Foundation
import TestSupport
import Testing

@testable import podium

@Suite struct DocumentationTests {
  private static let groff = BuiltProgram(path: "/usr/bin/groff")
  private static let bash = BuiltProgram(path: "/bin/bash")

  @Test func `the man page tells of every command, every option and every key`() throws {
    let reference = try CommandReference.podium()
    let page = ManualPage(reference).text
    func check(_ command: CommandReference, after path: String) {
      let name = path.isEmpty ? command.commandName : "\(path) \(command.commandName)"
      if !path.isEmpty { #expect(page.contains(".SS \"\(RoffText.escaping(name))\"")) }
      for argument in command.shownArguments {
        #expect(
          page.contains("\\fB\(RoffText.escaping(argument.heading))\\fR"), "\(name) \(argument.heading)")
      }
      for subcommand in command.shownSubcommands { check(subcommand, after: name) }
    }
    check(reference, after: "")
    #expect(page.contains("\\fB\\(ga 0\\fR") == false && page.contains("\\fBS\\-Tab Left\\fR"))
  }

  @Test func `text is printed as it is, whatever it begins with`() {
    var page = RoffText()
    page.prose(".TH is no request; 'nor' \\this -x ^Z ~ `a` \"b\"")
    page.prose("'quoted'")
    #expect(
      page.lines == [
        "\\&.TH is no request; \\(aqnor\\(aq \\(rsthis \\-x \\(haZ \\(ti \\(gaa\\(ga \\(dqb\\(dq",
        "\\&\\(aqquoted\\(aq",
      ])
  }

  @Test func `indented lines of a discussion stay as they are`() {
    var page = RoffText()
    page.discussion("One.\n\nExample:\n  podium x\n  podium y\n\nTwo.")
    #expect(
      page.lines == [
        "One.", ".PP", "Example:", ".PP", ".RS 4", ".nf", "podium x", "podium y", ".fi", ".RE", ".PP", "Two.",
      ])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: groff.path)))
  func `groff takes the man page without a warning`() async throws {
    let folder = try TemporaryFolder()
    let page = try await podium(["docs", "man"], in: folder).output
    let outcome = try await Self.groff.run(
      ["-ww", "-k", "-man", "-Tutf8", "-z"], in: folder.path, input: page,
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    ("podium la", ["label"]), ("podium label --th", ["--theme"]), ("podium label --theme mo", ["mono"]),
    ("podium label --color tr", ["truecolor"]), ("podium keys --preset one-hand-r", ["one-hand-right"]),
    ("podium label runs.j", ["runs.jsonl"]), ("podium docs completions f", ["fish"]),
    ("podium feedback cr", ["create", "create-comparative-experiment"]),
  ])
  func `bash completes what is typed`(line: String, words: [String]) async throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("".utf8, to: "runs.jsonl")
    _ = try folder.write(try await podium(["docs", "completions", "bash"], in: folder).output, to: "script")
    let outcome = try await Self.bash.run(
      ["--norc", "-c", Self.completing, "bash", line], in: folder.path, environment: ["PATH": "/usr/bin:/bin"]
    )
    #expect(outcome.errors == "")
    #expect(outcome.lines.map { $0.trimmingCharacters(in: .whitespaces) } == words)
  }

  private static let completing = """
    source ./script
    COMP_LINE=$1 COMP_POINT=${#1}
    read -ra COMP_WORDS <<<"$1"
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _podium podium "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\\n' "${COMPREPLY[@]}"
    """

  @Test func `a real bash completes with the Tab key`() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(try await podium(["docs", "completions", "bash"], in: folder).output, to: "script")
    let tmux = try await Tmux(["/bin/bash", "--norc", "--noprofile"], environment: ["PS1": "READY "])
    try await tmux.waitFor("a prompt") { $0.contains("READY") }
    try await tmux.type("source \(folder.path(of: "script")); clear\n")
    try await tmux.waitFor("a clean screen") { $0.lines.first?.hasPrefix("READY") == true }
    try await tmux.type("podium stat\t--js\t")
    try await tmux.waitFor("the completed words") { $0.contains("podium status --json") }
  }

  @Test func `one command installs all of it for the user`() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await podium(
      ["docs", "install"], in: folder, environment: ["XDG_DATA_HOME": folder.path])
    #expect(outcome.status == 0)
    #expect(
      outcome.lines
        == [
          "man/man1/podium.1", "bash-completion/completions/podium", "zsh/site-functions/_podium",
          "fish/vendor_completions.d/podium.fish",
        ].map(folder.path(of:)))
    #expect(try folder.contents(of: "man/man1/podium.1").starts(with: ".TH PODIUM 1".utf8))
    #expect(outcome.errors.contains("fpath+=(\(folder.path)/zsh/site-functions)"))
  }

  @Test func `with a prefix it is for all, and may be done again`() async throws {
    let folder = try TemporaryFolder()
    for _ in 0..<2 {
      let outcome = try await podium(["docs", "install", "--prefix", folder.path], in: folder)
      #expect(outcome.status == 0)
    }
    let path = folder.path(of: "share/zsh/site-functions/_podium")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o644)
  }

  @Test func `a folder that cannot be written to is told`() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("".utf8, to: "file")
    let outcome = try await podium(["docs", "install", "--prefix", folder.path(of: "file")], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("install elsewhere with --prefix"))
  }

  private func podium(_ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:])
    async throws -> BuiltProgram.Outcome
  {
    try await BuiltProgram.podium.run(arguments, in: folder.path, environment: environment)
  }
}
