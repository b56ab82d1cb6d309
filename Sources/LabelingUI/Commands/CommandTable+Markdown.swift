extension CommandTable {
  /// The README's table of keys.
  package static var markdown: String {
    let rows = definitions.map { definition in
      "| \(definition.keys.map { "`\($0.text)`" }.joined(separator: " ")) | \(definition.help) |"
    }
    return (["| key | does |", "| --- | --- |"] + rows).joined(separator: "\n")
  }
}
