/// The theme files that come with Podium, built into the binary.
package enum BuiltInThemes {
  /// Name and TOML text of each, in the order in which they are listed.
  package static let files: [(name: String, toml: String)] = [
    ("default-dark", text(PackageResources.default_dark_toml)),
    ("default-light", text(PackageResources.default_light_toml)),
    ("mono", text(PackageResources.mono_toml)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
