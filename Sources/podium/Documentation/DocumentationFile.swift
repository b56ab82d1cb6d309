import ArgumentParser

/// What is installed beside the program, and where shells and `man` look for it.
struct DocumentationFile {
  /// Below the data folder.
  let path: String
  let text: String

  static func all() throws -> [DocumentationFile] {
    [
      DocumentationFile(path: "man/man1/podium.1", text: ManualPage(try .podium()).text),
      completions(for: .bash, at: "bash-completion/completions/podium"),
      completions(for: .zsh, at: "zsh/site-functions/_podium"),
      completions(for: .fish, at: "fish/vendor_completions.d/podium.fish"),
    ]
  }

  private static func completions(for shell: CompletionShell, at path: String) -> DocumentationFile {
    DocumentationFile(path: path, text: Podium.completionScript(for: shell))
  }
}
