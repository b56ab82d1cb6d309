/// A theme as its author writes it: a table of roles for every depth that needs its own.
///
/// A depth without a table looks like the next lower depth: a theme that has only `mono` is the same everywhere. An
/// entry of a lower table replaces the whole entry the depth would otherwise take. What says nothing of its background
/// has that of the role `background`, if the theme gives it one.
package struct StyleSheet: Equatable, Sendable {
  package typealias Table = [Role: PartialStyle]

  package var roles: Table
  /// What reads better than `roles` turned into the nearest of 256 colors.
  package var roles256: Table
  /// For 16 and 8 colors, over `mono`.
  package var roles16: Table
  package var mono: Table

  package init(roles: Table = [:], roles256: Table = [:], roles16: Table = [:], mono: Table = [:]) {
    self.roles = roles
    self.roles256 = roles256
    self.roles16 = roles16
    self.mono = mono
  }

  /// This sheet, with what another one says laid over it.
  package func overlaid(with other: Self) -> Self {
    Self(
      roles: roles.merging(other.roles) { $1 }, roles256: roles256.merging(other.roles256) { $1 },
      roles16: roles16.merging(other.roles16) { $1 }, mono: mono.merging(other.mono) { $1 })
  }

  func styles(at depth: ColorDepth) -> [Role: Style] {
    let table = table(at: depth)
    return Dictionary(
      uniqueKeysWithValues: Role.allCases.map { role in
        var entry = table[role] ?? PartialStyle()
        var ancestor = role.parent
        while let parent = ancestor {
          entry = entry.filled(from: table[parent] ?? PartialStyle())
          ancestor = parent.parent
        }
        entry.background = entry.background ?? table[.background]?.background
        return (role, entry.style(at: depth))
      })
  }

  private func table(at depth: ColorDepth) -> Table {
    switch depth {
    case .mono: mono
    case .eight, .sixteen: mono.merging(roles16) { $1 }
    case .indexed where !roles256.isEmpty || !roles.isEmpty: roles.merging(roles256) { $1 }
    case .direct where !roles.isEmpty: roles
    case .direct: table(at: .indexed)
    case .indexed: table(at: .sixteen)
    }
  }
}
