/// The known name that someone most likely meant by a misspelled one.
package struct NearestName {
  package let name: String

  /// `nil` if no name is near: more than a third of the letters would have to change.
  package init?(of misspelled: String, among names: some Sequence<String>) {
    let letters = Array(misspelled.lowercased().unicodeScalars.prefix(64))
    let ranked = names.map {
      (name: $0, distance: Self.distance(letters, Array($0.lowercased().unicodeScalars)))
    }
    guard let nearest = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    guard nearest.distance <= max(1, nearest.name.unicodeScalars.count / 3) else { return nil }
    name = nearest.name
  }

  /// How many letters to insert, remove, replace or swap with their neighbor.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...right.count)]
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
