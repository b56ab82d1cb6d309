/// The theme files that come with Podium, built into the binary.
package enum BuiltInThemes {
  /// Name and TOML text of each, in the order in which they are listed.
  package static let files: [(name: String, toml: String)] = [
    ("default-dark", text(PackageResources.default_dark_toml)),
    ("default-light", text(PackageResources.default_light_toml)),
    ("high-contrast-dark", text(PackageResources.high_contrast_dark_toml)),
    ("high-contrast-light", text(PackageResources.high_contrast_light_toml)),
    ("cvd-dark", text(PackageResources.cvd_dark_toml)),
    ("cvd-light", text(PackageResources.cvd_light_toml)),
    ("mono", text(PackageResources.mono_toml)),
    ("terminal16", text(PackageResources.terminal16_toml)),
    ("catppuccin-mocha", text(PackageResources.catppuccin_mocha_toml)),
    ("dracula", text(PackageResources.dracula_toml)),
    ("gruvbox-dark", text(PackageResources.gruvbox_dark_toml)),
    ("gruvbox-light", text(PackageResources.gruvbox_light_toml)),
    ("nord", text(PackageResources.nord_toml)),
    ("solarized-dark", text(PackageResources.solarized_dark_toml)),
    ("tokyo-night", text(PackageResources.tokyo_night_toml)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
