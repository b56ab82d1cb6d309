extension Surface {
  /// The characters row by row, blanks at the end included.
  package var rowsOfText: [String] {
    (0..<size.rows).map { row in cells(of: row).map { $0.glyph.width > 0 ? $0.glyph.text : "" }.joined() }
  }

  private func cells(of row: Int) -> [Cell] {
    (0..<size.columns).map { self[Position(column: $0, row: row)] }
  }

  /// What the screen shows, for people to read and compare: the characters, then one letter a cell for the roles.
  ///
  /// `text` is a dot; the other roles get letters in the order in which they appear, listed at the end.
  package var snapshot: String {
    let letters = roleLetters
    let roles = (0..<size.rows).map { row in
      String(cells(of: row).map { letters.letter(of: $0.role) })
    }
    let framed = { (rows: [String]) in rows.map { "|\($0)|" } }
    let lines =
      ["\(size.columns)x\(size.rows)"] + framed(rowsOfText) + ["roles"] + framed(roles) + letters.legend
    return lines.joined(separator: "\n") + "\n"
  }

  private var roleLetters: RoleLetters {
    var letters = RoleLetters()
    for cell in cells { letters.add(cell.role) }
    return letters
  }
}

extension Frame {
  /// The surface's snapshot, and where the cursor stands on it.
  package var snapshot: String {
    let visibility = isCursorVisible ? "visible" : "hidden"
    return surface.snapshot + "cursor \(cursor.column),\(cursor.row) \(visibility)\ntitle \(title)\n"
  }
}

/// Which letter stands for which role in a snapshot.
private struct RoleLetters {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private var roles: [Role] = []
  private var letters: [Role: Character] = [.text: "."]

  mutating func add(_ role: Role) {
    guard letters[role] == nil else { return }
    letters[role] = roles.count < RoleLetters.alphabet.count ? RoleLetters.alphabet[roles.count] : "?"
    roles.append(role)
  }

  func letter(of role: Role) -> Character { letters[role] ?? "?" }

  var legend: [String] { roles.map { "\(letter(of: $0)) \($0.rawValue)" } }
}
