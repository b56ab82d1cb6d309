/// Finds what someone may have meant.
package enum NearestName {
  /// The candidate that takes the fewest edits to reach, if they are few for a word of that length.
  package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let best = candidates.map { (name: $0, edits: edits(from: name, to: $0)) }.min { $0.edits < $1.edits }
    guard let best, best.edits <= max(1, name.unicodeScalars.count / 3) else { return nil }
    return best.name
  }

  /// Scalars to insert, remove, replace or swap with their neighbor.
  static func edits(from source: String, to target: String) -> Int {
    let (source, target) = (Array(source.unicodeScalars), Array(target.unicodeScalars))
    var rows = [Array(0...target.count)]
    for (i, scalar) in source.enumerated() {
      var row = [i + 1]
      for (j, other) in target.enumerated() {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (scalar == other ? 0 : 1))
        if i > 0, j > 0, scalar == target[j - 1], source[i - 1] == other {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[source.count][target.count]
  }
}
