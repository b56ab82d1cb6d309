import Terminal

/// Where the looks of a theme stand in its files, for findings about them.
package struct ThemeOrigins: Sendable {
  /// The theme's file last, the remotest it inherits from first.
  private let files: [ThemeFile]

  init(files: [ThemeFile]) {
    self.files = files
  }

  /// The place that someone who wants other colors would change: the role's entry, or the color it uses where a later
  /// file gave that another value.
  func place(of role: Role, at depth: ColorDepth) -> ThemeFile.Place? {
    for table in tables(at: depth) {
      var lineage: Role? = role
      while let role = lineage {
        if let place = place(of: role, in: table) { return place }
        lineage = role.parent
      }
    }
    return nil
  }

  private func place(of role: Role, in table: ThemeFile.Table) -> ThemeFile.Place? {
    guard let index = files.lastIndex(where: { $0.tables[table]?[role] != nil }),
      let entry = files[index].tables[table]?[role]
    else { return nil }
    let colors = files[(index + 1)...].flatMap { file in entry.colorNames.compactMap { file.palette[$0] } }
    return colors.last?.place ?? entry.place
  }

  /// Which tables a depth looks into, the one that counts most first.
  private func tables(at depth: ColorDepth) -> [ThemeFile.Table] {
    let few: [ThemeFile.Table] = [.roles16, .mono]
    switch depth {
    case .direct: return [.roles, .roles256] + few
    case .indexed: return [.roles256, .roles] + few
    case .sixteen, .eight: return few
    case .mono: return [.mono]
    }
  }
}

/// A theme, and where it comes from.
package struct ResolvedTheme: Sendable {
  package let theme: Theme
  package let origins: ThemeOrigins
}
