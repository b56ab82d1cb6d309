import Terminal

/// The names of all roles, each in its own look, one behind the other: columns would take twice the rows.
struct RoleNames {
  private let rows: [[Role]]
  private let columns: Int

  init(columns: Int) {
    self.columns = columns
    var (rows, used) = ([[Role]](), 0)
    for role in Role.allCases {
      let width = Self.width(of: role)
      let fits = !rows.isEmpty && used + Self.gap + width <= columns
      if fits { rows[rows.count - 1].append(role) } else { rows.append([role]) }
      used = fits ? used + Self.gap + width : width
    }
    self.rows = rows
  }

  func surface(in repertoire: Repertoire) -> Surface {
    var surface = Surface(size: Size(columns: columns, rows: rows.count), repertoire: repertoire)
    for (row, roles) in rows.enumerated() {
      var column = 0
      for role in roles {
        let position = Position(column: column, row: row)
        surface.write(" \(role.rawValue) ", at: position, columns: columns - column, role: role)
        column += Self.width(of: role) + Self.gap
      }
    }
    return surface
  }

  private static let gap = 1

  /// With a blank on both sides, which shows the background.
  private static func width(of role: Role) -> Int { role.rawValue.utf8.count + 2 }
}
