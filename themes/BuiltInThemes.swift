/// The theme files that come with Podium, built into the binary.
package enum BuiltInThemes {
  /// Name and TOML text of each, in the order in which they are listed.
  package static let files: [(name: String, toml: String)] = []
}
