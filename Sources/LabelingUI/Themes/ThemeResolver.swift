import Preference
import Terminal

/// Joins a theme file with those it inherits from.
struct ThemeResolver {
  /// The remotest ancestor first, the theme itself last.
  private let files: [ThemeFile]
  private let palette: [String: PartialStyle.Paint]

  init(files: [ThemeFile]) {
    self.files = files
    palette = files.reduce(into: [:]) { $0.merge($1.palette.mapValues(\.paint)) { $1 } }
  }

  func theme() throws(InvalidTheme) -> Theme {
    var faults: [ThemeFault] = []
    let sheet = files.reduce(StyleSheet()) { sheet, file in
      sheet.overlaid(
        with: StyleSheet(
          roles: styles(file, .roles, &faults), roles256: styles(file, .roles256, &faults),
          roles16: styles(file, .roles16, &faults), mono: styles(file, .mono, &faults)))
    }
    guard faults.isEmpty else {
      throw InvalidTheme(faults: faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    var theme = Theme(name: files.last?.name ?? "", sheet: sheet)
    theme.variant = files.last?.variant ?? .any
    theme.assumedBackground = latest(\.assumedBackground)
    theme.promises.contrast = latest(\.contrast) ?? theme.promises.contrast
    theme.promises.difference = latest(\.difference) ?? theme.promises.difference
    theme.symbols = symbols
    return theme
  }

  private func latest<Value>(_ setting: KeyPath<ThemeFile, Value?>) -> Value? {
    files.reversed().lazy.compactMap { $0[keyPath: setting] }.first
  }

  private var symbols: SymbolSet {
    SymbolSet(
      repertoire: latest(\.symbols.repertoire) ?? .unicode,
      glyphs: files.reduce(into: [:]) { $0.merge($1.symbols.glyphs) { $1 } })
  }

  private func styles(
    _ file: ThemeFile, _ table: ThemeFile.Table, _ faults: inout [ThemeFault]
  ) -> StyleSheet.Table {
    var result: StyleSheet.Table = [:]
    for (role, entry) in file.tables[table] ?? [:] {
      let paints = [entry.foreground, entry.background].map { paint($0, in: table, at: entry.place, &faults) }
      if let what = table.refusal(of: paints) { faults.append(entry.place.fault(.expected(what))) }
      result[role] = PartialStyle(
        foreground: paints[0], background: paints[1], attributes: entry.attributes)
    }
    return result
  }

  private func paint(
    _ color: ThemeColor?, in table: ThemeFile.Table, at place: ThemeFile.Place, _ faults: inout [ThemeFault]
  ) -> PartialStyle.Paint? {
    switch color {
    case nil: return nil
    case .terminal: return .terminal
    case .color(let color): return .color(color)
    case .named(let name):
      if let paint = paint(named: name, in: table) { return paint }
      let known = palette.keys.sorted() + ThemeColor.ansiNames
      faults.append(place.fault(.unknownColor(name, nearest: NearestName(of: name, among: known)?.name)))
      return nil
    }
  }

  // A palette's "red" is a shade of it; a terminal of 16 colors has only its own.
  private func paint(named name: String, in table: ThemeFile.Table) -> PartialStyle.Paint? {
    let ansi = ThemeColor.ansiColor(named: name).map(PartialStyle.Paint.color)
    return table == .roles16 ? ansi ?? palette[name] : palette[name] ?? ansi
  }
}

extension ThemeFile.Table {
  /// What to write in place of colors that the table's terminals do not have; `nil` if they have them.
  fileprivate func refusal(of paints: [PartialStyle.Paint?]) -> String? {
    let colors = paints.compactMap { paint -> Color? in
      if case .color(let color) = paint { color } else { nil }
    }
    switch self {
    case .roles, .roles256: return nil
    case .roles16:
      let isKnown = colors.allSatisfy { $0.quantized(to: .sixteen) != nil }
      return isKnown
        ? nil : "an ANSI name such as \"cyan\", or \"default\": terminals of 16 colors have no others"
    case .mono:
      return colors.isEmpty ? nil : "modifiers only: terminals without color have none"
    }
  }
}
