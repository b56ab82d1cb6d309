extension CommandTable {
  /// The README's table of keys, and that of `podium keys --markdown`.
  package static func markdown(_ bindings: KeyBindings = KeyBindings()) -> String {
    let rows = definitions.map { definition in
      let keys = bindings[definition.command].map { "`\($0.text)`" }
      return "| \(keys.isEmpty ? "–" : keys.joined(separator: " ")) | \(definition.help) |"
    }
    return (["| key | does |", "| --- | --- |"] + rows).joined(separator: "\n")
  }
}
